/** For each kind of failure: what happened, and what to do next. */
export default {
  serverSays: 'The service says:',
  expected: 'Expected {shape}',
  comeBack: 'Try again after {time}.',
  title: {
    offline: 'You are offline',
    'mixed-content': 'The browser does not allow this address',
    blocked: 'This page may not connect to that address',
    cors: 'The server answers, but not to web pages',
    unreachable: 'No answer from this address',
    unauthorized: 'The token was not accepted',
    payment: 'Credits are used up',
    forbidden: 'This token may not do that',
    gated: 'This model is gated',
    'not-found': 'Not found',
    'too-large': 'Too large for the service',
    invalid: 'The service did not accept the request',
    dependency: 'The model behind the service failed',
    loading: 'The model is still loading',
    'rate-limited': 'Too many requests',
    server: 'The service failed',
    rejected: 'The service refused the request',
    timeout: 'The service took too long',
    unreadable: 'The reply could not be read',
    'error-reply': 'The service reported an error',
    cut: 'The connection ended early',
    'no-provider': 'No provider serves this model for this task',
    internal: 'Something went wrong in the playground',
  },
  next: {
    offline: 'Check the network, or use the sandbox, which needs none.',
    'mixed-content':
      'This page came by https, and a secure page may ask no plain http address but this machine’s. Use https for the endpoint, or open the playground by http.',
    blocked:
      'The security policy of this page (CSP) does not name it. Plain http is allowed for this machine only, unless the playground’s own server says otherwise.',
    cors: 'Something is there, and its reply may not be read by this page (CORS). Let the server allow this page’s origin, headers included; the curl below works without.',
    unreachable:
      'The address may be wrong, the server down, or its certificate not trusted. A browser cannot tell these apart; the curl below can.',
    'unreachable-sandbox':
      'The playground’s own server does not answer. Start it again, then try again.',
    unauthorized:
      'Check the token in Settings. It needs the permission “Make calls to Inference Providers”.',
    'unauthorized-endpoint-none':
      'This endpoint wants a token, and none was sent. Choose one under “Token” above.',
    'unauthorized-endpoint-own':
      'The endpoint does not accept the token that is set for it, or none is set. Check it under “Token” above.',
    'unauthorized-endpoint-huggingface':
      'The endpoint does not accept your Hugging Face token, or you have not allowed sending it. For a protected endpoint the token needs the permission “Make calls to your Inference Endpoints”.',
    payment:
      'The credits of this month are used up. Add credits to the account, bill an organisation, or choose another provider.',
    forbidden:
      'The token may lack the permission “Make calls to Inference Providers”, or the organisation may not allow it.',
    'forbidden-endpoint':
      'The token may lack the permission “Make calls to your Inference Endpoints”, or belong to somebody who may not use this one.',
    gated: 'Ask for access on the model’s page, then try again with a token of that account.',
    'not-found':
      'The model’s name may be mistyped, or the model may not be served by this provider. See below who serves it.',
    'not-found-endpoint':
      'The server has no such route, or serves no model of this name. The page “Endpoint” shows what it answers to.',
    'not-found-sandbox': 'The sandbox has no such model. Pick one of those it suggests.',
    'too-large': 'Use a smaller file or a shorter text.',
    invalid:
      'Correct what is marked, or check the input and the parameters against the service’s words.',
    dependency:
      'The input reached the service, and its model could not answer. Try again; if it keeps failing, the model may not suit this task.',
    loading:
      'It took longer than five minutes. Try again later, or choose a model that is already loaded.',
    'rate-limited': 'Wait a little before asking again, or use another provider.',
    server: 'Try again. If it keeps failing, choose another model or provider.',
    rejected: 'See the raw reply below for the reason.',
    timeout:
      'The service gave up waiting for its model. Try again with a smaller input, or with streaming.',
    unreadable:
      'The raw reply is shown below, whole. The model may serve another task than this page.',
    'error-reply': 'What came before the error is kept.',
    cut: 'What came is kept. Run again to get the whole answer.',
    'no-provider': 'Choose another model, or a provider that serves it.',
    internal: 'Your input is kept. Please try again.',
  },
}
