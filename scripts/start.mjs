import { pathToFileURL } from 'node:url'
import { buildIfStale, SERVER } from './build.mjs'

// Builds if needed, then serves: importing the server starts it. PORT and HOST are its own.
buildIfStale()
await import(pathToFileURL(SERVER).href)
