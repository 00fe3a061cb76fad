import { describe, expect, it } from 'vitest'
import { maskFor, maskOfModel, strayMask } from './mask'
import { clipped, filledText, piecesAround, readableToken } from './sentence'

describe('filledText', () => {
  it.each([
    ['The [MASK] barked', ['dog'], 'The dog barked'],
    ['The [MASK] barked', [' dog'], 'The dog barked'],
    ['I am walk [MASK] home', ['##ing'], 'I am walking home'],
    ['It is[MASK].', [' late'], 'It is late.'],
    ['巴黎是[MASK]国的首都。', ['法'], '巴黎是法国的首都。'],
    ['[MASK] or [MASK]', ['Tea', undefined], 'Tea or [MASK]'],
    ['[MASK][MASK]', ['un', '##til'], 'until'],
    ['no mask', [], 'no mask'],
  ])('%s with %j', (text, tokens, filled) => {
    expect(filledText(piecesAround(text, '[MASK]'), tokens, '[MASK]')).toBe(filled)
  })
})

describe('readableToken', () => {
  it.each([
    [' dog', 'dog'],
    ['##ing', 'ing'],
    ['Ġdog', 'dog'],
    ['▁dog', 'dog'],
    ['##', '##'],
    [' ', ' '],
    ['.', '.'],
  ])('%j', (token, words) => {
    expect(readableToken(token)).toBe(words)
  })
})

describe('clipped', () => {
  const long = `${'a'.repeat(500)}${'b'.repeat(500)}`
  it.each([
    ['short', 'inner', 'short'],
    [long, 'first', `…${'b'.repeat(300)}`],
    [long, 'last', `${'a'.repeat(300)}…`],
    [long, 'inner', `${'a'.repeat(300)} … ${'b'.repeat(300)}`],
  ] as const)('%# %s', (piece, place, shown) => {
    expect(clipped(piece, place)).toBe(shown)
  })
})

describe('masks', () => {
  it.each([
    ['google-bert/bert-base-uncased', '[MASK]'],
    ['distilbert-base-uncased', '[MASK]'],
    ['answerdotai/ModernBERT-large', '[MASK]'],
    ['microsoft/deberta-v3-base', '[MASK]'],
    ['albert/albert-base-v2', '[MASK]'],
    ['FacebookAI/xlm-roberta-base', '<mask>'],
    ['distilbert/distilroberta-base', '<mask>'],
    ['almanach/camembert-base', '<mask>'],
    ['facebook/bart-large', '<mask>'],
    ['microsoft/mpnet-base', '<mask>'],
    ['facebook/esm2_t6_8M_UR50D', '<mask>'],
    ['sandbox/fill-mask', undefined],
    ['someone/my-model', undefined],
  ])('of %s', (model, mask) => {
    expect(maskOfModel(model)).toBe(mask)
  })

  it.each([
    ['', 'bert-base', 'A <mask>', '[MASK]'],
    ['<mask>', 'bert-base', 'A [MASK]', '<mask>'],
    ['', 'unknown', 'A <mask>', '<mask>'],
    ['', 'unknown', 'A', '[MASK]'],
  ] as const)('choice %j, %s, %s', (choice, model, text, mask) => {
    expect(maskFor(choice, model, text)).toBe(mask)
  })

  it.each([
    ['[MASK]', 'A <mask>', '<mask>'],
    ['[MASK]', 'A [MASK]', undefined],
    ['<mask>', '', undefined],
  ] as const)('%s in %j', (mask, text, stray) => {
    expect(strayMask(mask, text)).toBe(stray)
  })
})
