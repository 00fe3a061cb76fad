import { describe, expect, it } from 'vitest'
import { sniff, sniffBlob } from './sniff'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const iso = (brands: string, rest = '') =>
  bytes(`\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}${rest}`)

describe('sniff', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png', 'image'],
    ['jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'image/jpeg', 'image'],
    ['gif', bytes('GIF89a\x01\0\x01\0'), 'image/gif', 'image'],
    ['webp', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'image/webp', 'image'],
    ['bmp', bytes('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), 'image/bmp', 'image'],
    ['tiff, little-endian', bytes('II*\0\x08\0\0\0'), 'image/tiff', 'image'],
    ['tiff, big-endian', bytes('MM\0*\0\0\0\x08'), 'image/tiff', 'image'],
    ['avif', iso('avif\0\0\0\0mif1avif'), 'image/avif', 'image'],
    ['avif behind a general brand', iso('mif1\0\0\0\0mif1avif'), 'image/avif', 'image'],
    ['heic', iso('heic\0\0\0\0mif1heic'), 'image/heic', 'image'],
    ['svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'image/svg+xml', 'image'],
    [
      'svg after a prologue',
      utf8('<?xml version="1.0"?>\n<!-- a -->\n<svg>'),
      'image/svg+xml',
      'image',
    ],
    ['wav', bytes('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav', 'sound'],
    ['flac', bytes('fLaC\0\0\0\x22'), 'audio/flac', 'sound'],
    ['mp3 with a tag', bytes('ID3\x04\0\0'), 'audio/mpeg', 'sound'],
    ['mp3 frame', bytes('\xff\xfb\x90\x64\0\0\0\0'), 'audio/mpeg', 'sound'],
    ['aac frame', bytes('\xff\xf1\x50\x80\0\x1f\xfc'), 'audio/aac', 'sound'],
    ['ogg', bytes('OggS\0\x02\0\0OpusHead'), 'audio/ogg', 'sound'],
    ['ogg with film', bytes('OggS\0\x02\0\0\x80theora'), 'video/ogg', 'video'],
    ['webm sound', bytes('\x1a\x45\xdf\xa3\x42\x82\x84webm...A_OPUS'), 'audio/webm', 'sound'],
    [
      'webm film',
      bytes('\x1a\x45\xdf\xa3\x42\x82\x84webm...V_VP9...A_OPUS'),
      'video/webm',
      'video',
    ],
    ['m4a', iso('M4A \0\0\0\0isom'), 'audio/m4a', 'sound'],
    ['mp4 film', iso('isom\0\0\0\0mp41'), 'video/mp4', 'video'],
    [
      'mp4 with sound only',
      iso('isom\0\0\0\0mp41', 'hdlr\0\0\0\0\0\0\0\0soun'),
      'audio/m4a',
      'sound',
    ],
    ['pdf', bytes('%PDF-1.7\n'), 'application/pdf', 'document'],
    ['zip', bytes('PK\x03\x04\x14\0'), 'application/zip', 'archive'],
    ['text', utf8('A cat, plain and simple.\n'), 'text/plain', 'text'],
    ['text that starts with BM', utf8('BM is also how a text may start'), 'text/plain', 'text'],
    ['text beyond ASCII', utf8('一只猫'), 'text/plain', 'text'],
    ['UTF-16 text', bytes('\xff\xfeh\0i\0'), 'text/plain', 'text'],
    ['json', utf8('{"error": "not found"}'), 'application/json', 'text'],
    ['html', utf8('\n<!DOCTYPE html><html>'), 'text/html', 'text'],
    ['nothing', new Uint8Array(0), 'application/x-empty', 'empty'],
    ['noise', bytes('\x00\x01\x02\xfe\xff\x80'), 'application/octet-stream', 'unknown'],
    ['broken UTF-8', bytes('ab\xc3('), 'application/octet-stream', 'unknown'],
  ])('%s', (_, head, type, kind) => {
    expect(sniff(head)).toEqual({ type, kind })
  })

  it('believes a hint only between sound and video', () => {
    expect(sniff(iso('isom\0\0\0\0mp41'), 'audio/mp4').kind).toBe('sound')
    expect(sniff(bytes('\x1a\x45\xdf\xa3webm'), 'audio/webm;codecs=opus').kind).toBe('sound')
    expect(sniff(utf8('no picture at all'), 'image/png').kind).toBe('text')
  })

  it('takes a character cut off at the end of the head for text', () => {
    const text = utf8('猫'.repeat(2000))
    expect(sniff(text).kind).toBe('text')
  })

  it('reads no more of a blob than its start', async () => {
    const blob = new Blob(['GIF89a', new Uint8Array(100_000)])
    expect(await sniffBlob(blob)).toEqual({ type: 'image/gif', kind: 'image' })
  })
})
