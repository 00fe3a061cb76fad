/** The provider dialect: third-party providers, reached through @huggingface/inference, which is loaded when needed. */
export { NoProviderError } from './errors'
export { createProviderTransport, type ProviderAccess } from './transport'
export { resolveProviderRequest } from './resolve'
export { providersFor } from './directory'
