declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** The half of pdf.js that parses files. */
  export const WorkerMessageHandler: {
    /** Answers the other half through a port. */
    initializeFromPort(port: MessagePort): void
  }
}
