/** What the services use when no template is sent. */
export const USUAL_TEMPLATE = 'This is a photo of {}.'
