/** Lets messages, timers and a stop have their turn between two pieces of work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
