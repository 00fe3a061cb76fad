import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { generateOptions } from '@/sandbox/lib/generate-options'
import { textAt, textInput } from '@/sandbox/lib/parameters'
import { tokenise } from '@/sandbox/lib/tokens'
import { languageAt, translateText } from '@/sandbox/lib/translate/request'

/** Word for word by a dictionary of a few hundred words in six languages; what it does not know stays as it is. */
const sandbox: SandboxTask = {
  id: 'translation',
  media: false,
  reply({ inputs, parameters }) {
    const [source, target] = [textAt(parameters, 'src_lang'), textAt(parameters, 'tgt_lang')]
    if ((source === undefined) !== (target === undefined)) {
      throw new SandboxError('Give both `src_lang` and `tgt_lang`, or neither')
    }
    const { maxLength } = generateOptions(parameters)
    const from = source === undefined ? undefined : languageAt('src_lang', source)
    const to = target === undefined ? undefined : languageAt('tgt_lang', target)
    const texts: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs]
    const translations = texts.map((text) => translateText(textInput(text), from, to))
    return {
      kind: 'json',
      value: translations.map((text) => ({
        translation_text: tokenise(text).slice(0, maxLength).join(''),
      })),
    }
  },
}

export default sandbox
