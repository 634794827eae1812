import type { PDFDocumentProxy } from 'pdfjs-dist'
import { UnreadableFile } from '../../raw'
import type { Meter } from '../meter'

/**
 * Reads one of the library's tables of Chinese encodings (CMap), needed for fonts that are not in the file.
 * @param name file name in the folder `cmaps` of pdfjs-dist, with its ending (UniGB-UCS2-H.bcmap)
 */
export type CMapLoader = (name: string) => Promise<Uint8Array>

type Library = typeof import('pdfjs-dist')

/** A pdf that is open, and how to close it. */
export interface OpenPdf {
  ops: Library['OPS']
  pdf: PDFDocumentProxy
  /** @throws Error when a table of encodings was asked for in vain: the library leaves such letters out and goes on */
  checkLetters: () => void
  close: () => Promise<void>
}

/** Pictures of more pixels than this are not unpacked, which takes time and memory: rules may be drawn as small ones. */
const smallPicture = 4096

/**
 * Opens a pdf in this thread: no worker of its own, no eval, no request, no font to draw with.
 * @throws UnreadableFile when it needs a password or is no pdf
 */
export async function openPdf(bytes: Uint8Array, meter: Meter, cMap?: CMapLoader): Promise<OpenPdf> {
  const both = await load()
  const { library } = both
  const { worker, disconnect } = connect(both)
  const tables = tablesFrom(cMap)
  const task = library.getDocument({
    // The library takes the bytes away from whoever gave them.
    data: bytes.slice(),
    worker,
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: smallPicture,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: tables.Factory,
  })
  const close = async (): Promise<void> => {
    await task.destroy()
    disconnect()
  }
  try {
    return { ops: library.OPS, pdf: await meter.within(task.promise), checkLetters: tables.check, close }
  } catch (cause) {
    await close()
    throw refusal(cause)
  }
}

/** What the library says about a file that it cannot open, in plain words. */
function refusal(cause: unknown): unknown {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') {
    return new UnreadableFile('a pdf that opens without a password', 'a pdf with a password', 'encrypted')
  }
  if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException') {
    return new UnreadableFile('a pdf', 'a broken or cut off pdf')
  }
  return cause
}

/** The library asks for tables of encodings here; fonts to draw with and decoders of pictures it is not given. */
function tablesFrom(cMap: CMapLoader | undefined): { Factory: object; check: () => void } {
  let failure: Error | undefined
  class Factory {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`${filename}: not needed to read text`)
      try {
        if (!cMap) throw new Error('cMap: expected a loader, found none')
        return await cMap(filename)
      } catch (cause) {
        failure ??= new Error(`${filename}: expected a table of Chinese letters, found none`, { cause })
        throw failure
      }
    }
  }
  const check = (): void => {
    if (failure) throw failure
  }
  return { Factory, check }
}

interface Halves {
  library: Library
  WorkerMessageHandler: typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs').WorkerMessageHandler
}

let halves: Promise<Halves> | undefined

/**
 * The library's two halves, loaded when the first pdf comes.
 * @throws UnreadableFile where the browser is older than the library can run in (Chromium 110 brought `toSorted`)
 */
async function load(): Promise<Halves> {
  if (!halves && !('toSorted' in Array.prototype)) {
    throw new UnreadableFile('a browser that can read pdf: Chromium 110 or newer', 'an older one', 'browser')
  }
  halves ??= (async (): Promise<Halves> => {
    const [library, { WorkerMessageHandler }] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      withoutGreeting(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs')),
    ])
    return { library, WorkerMessageHandler }
  })()
  return halves
}

/** Joins the halves by a channel within this thread; its messages leave room for timers and aborts. */
function connect({ library, WorkerMessageHandler }: Halves): {
  worker: InstanceType<Library['PDFWorker']>
  disconnect: () => void
} {
  const { port1, port2 } = new MessageChannel()
  WorkerMessageHandler.initializeFromPort(port1)
  const verbosity = library.VerbosityLevel.ERRORS
  const worker = new library.PDFWorker({ port: port2 as unknown as null, verbosity })
  port1.start()
  port2.start()
  return {
    worker,
    disconnect: () => {
      worker.destroy()
      port1.close()
      port2.close()
    },
  }
}

/** In a worker the library's parsing half takes the worker's own port for its own and greets the page; nobody waits for that. */
async function withoutGreeting<T>(load: () => Promise<T>): Promise<T> {
  const scope = globalThis as { postMessage?: (...message: unknown[]) => void }
  const post = scope.postMessage
  if (!post || 'document' in globalThis) return load()
  scope.postMessage = (...message) => {
    const [first] = message as [{ sourceName?: string; action?: string } | null]
    if (first?.sourceName !== 'worker' || first.action !== 'ready') post.apply(scope, message)
  }
  try {
    return await load()
  } finally {
    scope.postMessage = post
  }
}
