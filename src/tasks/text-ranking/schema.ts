/**
 * The options that text-embeddings-inference documents for `/predict` and `/rerank`; the package of schemas has none for
 * this task.
 */
export default {
  type: 'object',
  properties: {
    inputs: {},
    raw_scores: {
      type: 'boolean',
      default: false,
      description: 'Give the scores of the model as they are, instead of scores between 0 and 1.',
    },
    truncate: {
      type: 'boolean',
      default: false,
    },
    truncation_direction: {
      type: 'string',
      enum: ['left', 'right'],
      default: 'right',
    },
  },
}
