/** Documented parameters of a task: the fields that a schema describes, their check, and their text form. */
export {
  parameterFields,
  parameterLeaves,
  type ParameterField,
  type ParameterKind,
  type ParameterLeaf,
  type ParameterOption,
} from './parameters/fields'
export { checkParameters, checkValue, rangeText } from './parameters/check'
export { fieldText, parseFieldText, type ParsedText } from './parameters/text'
export { parseJsonText, type JsonError } from './parameters/json-text'
export { valueAt, withValueAt } from './parameters/path'
export { withParameters } from './parameters/schema'
