import type { FromSandbox, SandboxLine, ToSandbox } from '@/core/sandbox-messages'
import { createSandbox } from '@/sandbox/app'
import { hostSandbox } from './sandbox-host'

/** The sandbox of a static host: its work on pictures and sounds would keep the page from answering. */
hostSandbox(self as unknown as SandboxLine<FromSandbox, ToSandbox>, createSandbox())
