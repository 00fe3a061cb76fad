interface Counted {
  total: number
  failed: number
  seconds: number
}

/** Counts what the sandbox really did since it started, by task, for its /metrics. */
export function createMetrics() {
  const byTask = new Map<string, Counted>()
  let running = 0

  /** Gives what is to be called when the call is over. */
  function begin(): (task: string, status: number) => void {
    const startedAt = performance.now()
    running++
    return (task, status) => {
      running--
      const counted = byTask.get(task) ?? { total: 0, failed: 0, seconds: 0 }
      counted.total++
      if (status >= 400) counted.failed++
      counted.seconds += (performance.now() - startedAt) / 1000
      byTask.set(task, counted)
    }
  }

  /** Prometheus' text format. */
  function text(): string {
    const lines = (name: string, value: (counted: Counted) => number) =>
      [...byTask].map(([task, counted]) => `${name}{task="${task}"} ${value(counted)}`)
    return [
      '# HELP sandbox_requests_running Calls that are being answered',
      '# TYPE sandbox_requests_running gauge',
      `sandbox_requests_running ${running}`,
      '# HELP sandbox_requests_total Calls that were answered',
      '# TYPE sandbox_requests_total counter',
      ...lines('sandbox_requests_total', ({ total }) => total),
      '# HELP sandbox_requests_failed_total Calls that were answered with an error',
      '# TYPE sandbox_requests_failed_total counter',
      ...lines('sandbox_requests_failed_total', ({ failed }) => failed),
      '# HELP sandbox_request_duration_seconds Time until a reply began',
      '# TYPE sandbox_request_duration_seconds summary',
      ...lines('sandbox_request_duration_seconds_sum', ({ seconds }) => seconds),
      ...lines('sandbox_request_duration_seconds_count', ({ total }) => total),
      '',
    ].join('\n')
  }

  return { begin, text }
}

export type SandboxMetrics = ReturnType<typeof createMetrics>
