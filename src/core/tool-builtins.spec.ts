import { describe, expect, it } from 'vitest'
import { builtInTool, builtInTools, computeCall, definitionOf } from './tool-builtins'

const now = () => new Date('2026-01-31T23:05:09Z')
const compute = (name: string, args: string, drawn = 0) => {
  const tool = builtInTool(name)
  if (!tool) throw new Error(name)
  return computeCall(tool, args, { now, random: () => drawn })
}

describe('the built-in tools', () => {
  it.each([
    ['calculator', '{"expression": "12 * (3 + 4)"}', { result: 84 }],
    ['calculator', '{"expression": 5}', { result: 5 }],
    ['get_time', '', { time: '2026-01-31T23:05:09Z', weekday: 'Saturday', time_zone: 'UTC' }],
    [
      'get_time',
      '{"time_zone": "Asia/Kolkata"}',
      { time: '2026-02-01T04:35:09+05:30', weekday: 'Sunday', time_zone: 'Asia/Kolkata' },
    ],
  ])('%s %s', (name, args, result) => {
    expect(compute(name, args)).toEqual({ result })
  })

  it.each([
    ['calculator', '{"expression": "fetch(1)"}', 'arithmetic'],
    ['calculator', '{}', 'argument-missing'],
    ['calculator', '{"expression":', 'not-json'],
    ['calculator', '[1]', 'not-json'],
    ['get_time', '{"time_zone": "Mars/Olympus"}', 'time-zone'],
    ['random_number', '{"minimum": 5, "maximum": 1}', 'bounds'],
    ['random_number', '{"minimum": "five"}', 'bounds'],
    ['random_number', '{"minimum": 0.2, "maximum": 0.8}', 'bounds'],
  ])('%s %s: %s', (name, args, code) => {
    expect(compute(name, args)).toMatchObject({ fault: { code } })
  })

  it.each([
    ['{"minimum": 1, "maximum": 6}', 0, 1],
    ['{"minimum": 1, "maximum": 6}', 0.9999, 6],
    ['{"minimum": "-2", "maximum": -2}', 0.5, -2],
    ['{"minimum": 1, "maximum": 2, "integer": false}', 0.5, 1.5],
    ['', 0.9999, 100],
  ])('draws within %s', (args, drawn, result) => {
    expect(compute('random_number', args, drawn)).toEqual({ result: { result } })
  })

  it('are defined as the wire wants it', () => {
    for (const tool of builtInTools) {
      expect(definitionOf(tool)).toMatchObject({
        type: 'function',
        function: { name: tool.name, parameters: { type: 'object' } },
      })
    }
    expect(builtInTool('toString')).toBeUndefined()
  })
})
