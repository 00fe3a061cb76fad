import type { SandboxCall, SandboxReply, SandboxTask } from '@/core/sandbox'

/** For specs: calls a task as the sandbox would, `inputs` taken from the body where it has them. */
export async function replyOfTask(
  task: SandboxTask,
  call: Partial<SandboxCall>,
): Promise<SandboxReply> {
  return task.reply({
    model: `sandbox/${task.id}`,
    parameters: {},
    stream: false,
    signal: new AbortController().signal,
    ...call,
  })
}

/** The JSON value of a reply that is neither bytes nor a stream. */
export async function callTask(task: SandboxTask, call: Partial<SandboxCall>): Promise<unknown> {
  const reply = await replyOfTask(task, call)
  if (reply.kind !== 'json') throw new Error(`Expected JSON, got ${reply.kind}`)
  return JSON.parse(JSON.stringify(reply.value)) as unknown
}

/** The events of a reply that is a stream. */
export async function eventsOfTask(
  task: SandboxTask,
  call: Partial<SandboxCall>,
): Promise<readonly string[]> {
  const reply = await replyOfTask(task, { stream: true, ...call })
  if (reply.kind !== 'events') throw new Error(`Expected events, got ${reply.kind}`)
  return [...reply.events]
}
