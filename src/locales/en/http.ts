export default {
  code: 'Code',
  language: 'Language of the code',
  with: 'with {library}',
  copy: 'Copy {language}',
  save: 'Save',
  saveNamed: 'Save {name}',
  none: 'The code appears here once there is a request: fill in what is missing above.',
  notes: {
    'needs-token':
      'The code reads the token from the environment variable {variable}; set it first. The token itself is never part of the code.',
    install: 'Needs {command}',
    'save-file': 'Put {name} into the folder where you run the code.',
    'save-body':
      'The body is too long for a command line: save {name} into the folder where you run the code.',
    'sandbox-in-page':
      'The sandbox runs inside this page, so this address answers nobody else. Start Taskscope on your machine to reach it from a terminal.',
    'provider-resolved-by-client':
      'The client library looks up how this provider names the model, and makes the request for it.',
    'not-resolved':
      'The HTTP request of this provider is not known: looking it up needs the network, and for some a token.',
  },
}
