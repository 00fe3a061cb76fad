export default {
  waitForModel: 'Wait while the model loads',
  waitForModelHint:
    'Sends x-wait-for-model: true. The service holds the request instead of answering 503, and nothing is counted down.',
  freshAnswer: 'Ask for a fresh answer',
  freshAnswerHint: 'Sends x-use-cache: false. The service does not answer from its cache.',
  endpointHint: 'A server that allows only some headers (CORS) may refuse a request with these.',
}
