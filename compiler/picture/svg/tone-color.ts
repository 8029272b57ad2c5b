type Color = readonly [red: number, green: number, blue: number]

const white: Color = [255, 255, 255]

/** Two that people who see few colours tell apart, light enough for dark letters. */
const blue: Color = [110, 175, 225]
const orange: Color = [240, 165, 80]

/** From −1, orange, over 0, white, to 1, blue; what lies outside is cut. */
export function toneColor(tone: number): string {
  const end = tone < 0 ? orange : blue
  const share = Math.min(1, Math.abs(tone))
  const parts = white.map((from, part) => Math.round(from + share * ((end[part] ?? from) - from)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
