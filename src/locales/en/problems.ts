import { limits } from '@/core/limits'
import type { ProblemCode } from '@/core/problem'

export default {
  'model-missing': 'Name a model.',
  'endpoint-missing': 'Give the URL of your endpoint.',
  'endpoint-invalid':
    'This is not a URL that can be reached. It should look like https://host/path.',
  'token-missing': 'This connection needs a Hugging Face token. Add one in the settings.',
  'text-missing': 'Enter a text.',
  'text-too-long': `This text has {size} bytes, and at most ${limits.textBytes / 1e6} MB can be sent.`,
  'question-missing': 'Enter a question.',
  'labels-missing': 'Add a label.',
  'labels-too-few': 'Add at least two labels.',
  'sentences-missing': 'Enter at least one sentence.',
  'messages-missing': 'Write a message first.',
  'tool-results-missing': 'Give each tool call its result first.',
  'image-missing': 'Choose an image.',
  'image-too-large': `This image has {size} bytes, and at most ${limits.imageBytes / 1e6} MB can be sent.`,
  'image-not-image': '“{name}” is not an image that can be sent ({type}).',
  'sound-missing': 'Choose a sound or record one.',
  'sound-too-large': `This sound has {size} bytes, and at most ${limits.soundBytes / 1e6} MB can be sent.`,
  'sound-not-sound': '“{name}” is not a sound that can be sent ({type}).',
  'file-missing': 'Choose a file.',
  'table-missing': 'Fill in the table: at least one column and one row.',
  'table-ragged': 'Row {row} has {found} cells where the table has {expected} columns.',
  'table-duplicate-column': 'Two columns are called “{name}”. Each needs a name of its own.',
  'table-empty-column': 'Column {column} has no name.',
  'table-too-large': 'The table has {cells} cells, and at most {limit} can be sent.',
  'dialect-lost':
    'This request format has no place for: {names}. Choose another, or take them out.',
  'json-invalid': 'This is not valid JSON, at line {line}, column {column}: {message}',
  'parameter-invalid': '{name} has a value of the wrong kind ({kind} is expected).',
  'parameter-range': '{name} is out of range ({range}).',
  'languages-both-or-neither': 'Give both languages, or neither.',
  'header-forbidden': 'The header {name} can’t be set here. A token belongs in the settings.',
  'header-invalid': 'HTTP does not allow {name} as a header: check its name and value.',
  'mask-missing': 'The text needs the model’s mask, such as {mask}.',
} satisfies Record<ProblemCode, string>
