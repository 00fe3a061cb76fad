export default {
  code: 'Code',
  language: 'Language of the code',
  with: 'with {library}',
  copy: 'Copy {language}',
  library: 'with',
  download: 'Download as {name}',
  showToken: 'Show token',
  tokenShown:
    'The code holds your token now: whoever sees it can use it. This is not kept; the token is hidden again when you leave this view.',
  notLoaded: 'The code could not be loaded. Is the network there?',
  save: 'Save',
  saveNamed: 'Save {name}',
  none: 'The code appears here once there is a request: fill in what is missing above.',
  notes: {
    'needs-token':
      'The code reads the token from the environment variable {variable}; set it first.',
    'replace-token': 'Put the token in place of ${variable}; no program fills it in here.',
    'send-raw': 'To send it: {command}',
    unquotable:
      'HTTPie can’t be given the value of {name} as it is: the header is left out. Use curl.',
    install: 'Needs {command}',
    'save-file': 'Put {name} into the folder where you run the code.',
    'save-body': 'The body stands in a file: save {name} into the folder where you run the code.',
    'sandbox-in-page':
      'The sandbox runs inside this page, so this address answers nobody else. Start Taskscope on your machine to reach it from a terminal.',
    'provider-resolved-by-client':
      'The client library looks up how this provider names the model, and makes the request for it.',
    'not-resolved':
      'The HTTP request of this provider is not known: looking it up needs the network, and for some a token.',
  },
}
