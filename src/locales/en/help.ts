export default {
  report: 'Copy report',
  reportCopied: 'The report is copied.',
  reportFailed: 'The browser did not allow copying. Select the text below and copy it by hand.',
  reportShow: 'Show the report',
  reportHide: 'Hide the report',
  reportNote:
    'For a bug tracker: request, status, headers, reply, versions and times. It holds no token; it does hold your input.',
  modelPage: 'Ask for access on the model’s page',
  checkEndpoint: 'Check the endpoint',
  otherProvider: 'Other provider…',
  runWith: 'Run with {provider}',
  servedBy: '{model} is served by:',
  servedByNone: 'No provider serves {model} now.',
  unknownModel: 'The Hub knows no model of this name, or it is private.',
  hubSilent: 'The Hub could not be asked who serves it.',
  asking: 'Asking who serves it…',
  settings: 'Open settings',
}
