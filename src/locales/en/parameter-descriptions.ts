/**
 * Words for parameters whose documentation has none or reads badly; the schema's own words stand for all others. The
 * key is the name, a colon, and the documented words that are replaced.
 */
const descriptions: Readonly<Record<string, string>> = {
  'grammar: ': 'A JSON schema or a regular expression that the generated text must match.',
  'normalize: ': 'Whether to scale the vectors to length 1.',
  'truncate: ': 'Whether to cut inputs that are longer than the model takes.',
  'truncation_direction: ': 'The side on which inputs that are too long are cut.',
  'seed: ': 'Random sampling seed.',
  'response_format: ':
    'The format of the answer: {"type": "text"}, {"type": "json_object"}, or a JSON schema with {"type": "json_schema"}.',
  'tool_choice: <https://platform.openai.com/docs/guides/function-calling/configuring-function-calling-behavior-using-the-tool_choice-parameter>':
    'Whether the model may call tools (auto), must not (none) or must (required). An object names one function. See [the guide](https://platform.openai.com/docs/guides/function-calling/configuring-function-calling-behavior-using-the-tool_choice-parameter).',
  'temperature: The value used to module the logits distribution.':
    'The value used to modulate the distribution of the next token.',
  'best_of: Generate best_of sequences and return the one if the highest token logprobs.':
    'Generate best_of sequences and return the one with the highest token log probabilities.',
  'width: ': 'The width in pixels.',
  'height: ': 'The height in pixels.',
}

export default descriptions
