import type { PreparedRequest, WireRequest } from '@/core/request'
import { pythonClientSnippet } from './python-client'
import { providerPythonPlan, pythonPlan } from './python-plan'
import { requestsSnippet } from './python-requests'
import { commonNotes } from './request'
import { note, type Snippet } from './types'

/**
 * A script for Python 3.9 and later: with huggingface_hub where that sends the same request, with requests otherwise.
 * `resolved` is what a provider's request became on the wire, where that is known.
 */
export function pythonSnippet(request: PreparedRequest, resolved?: WireRequest): Snippet {
  const plan = request.dialect === 'provider' ? providerPythonPlan(request) : pythonPlan(request)
  if (plan) return pythonClientSnippet(request, plan)
  const wire = request.dialect === 'wire' ? request : resolved
  if (wire) return requestsSnippet(wire)
  return {
    code: '# huggingface_hub has no method for this call, and its HTTP request is not known yet.\n',
    library: 'huggingface_hub',
    notes: [...commonNotes(request), note('not-resolved')],
    files: [],
    attachments: [],
  }
}
