/** What we use of the library. Loaded as one chunk, which leaves out the rest of it, such as its snippets. */
export { InferenceClient, PROVIDERS, setLogger } from '@huggingface/inference'
