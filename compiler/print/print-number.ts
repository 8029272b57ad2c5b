/** A number as the language writes it; `integer` says whether it has neither point nor exponent. */
export function printNumber(value: number, integer: boolean): string {
  if (integer) return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString()
  const written = String(value)
  return /^\d+$/.test(written) ? `${written}.0` : written
}
