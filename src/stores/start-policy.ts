/** What a browser tells of its link and memory; all but `width` may be missing. */
export interface Device {
  width: number
  saveData?: boolean
  /** slow-2g, 2g, 3g, 4g. */
  link?: string
  /** GiB, at most 8. */
  memory?: number
}

/** May the engine (some 8 MB over the wire) start unasked? On desktops with a good link and 4 GiB or more. */
export function startsUnasked(device: Device): boolean {
  return device.width > 640 && !device.saveData && (device.link ?? '4g') === '4g' && (device.memory ?? 8) >= 4
}

interface NavigatorHints {
  connection?: { saveData?: boolean; effectiveType?: string }
  deviceMemory?: number
}

/** Reads the device from the browser. */
export function deviceOf(window: Window): Device {
  const { connection, deviceMemory } = window.navigator as NavigatorHints
  return {
    width: window.innerWidth,
    ...(connection?.saveData === undefined ? {} : { saveData: connection.saveData }),
    ...(connection?.effectiveType === undefined ? {} : { link: connection.effectiveType }),
    ...(deviceMemory === undefined ? {} : { memory: deviceMemory }),
  }
}
