/** Sun and moon after Meeus, Astronomical Algorithms (chs. 25 and 49): minutes are enough to hold our tables against. */
const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** The sun's apparent longitude in degrees at a Julian day, to 0.01°. */
export function sunLongitude(julianDay: number): number {
  const t = (julianDay - 2_451_545) / 36_525
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const m = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre = (1.914602 - 0.004817 * t) * sine(m) + (0.019993 - 0.000101 * t) * sine(2 * m) + 0.000289 * sine(3 * m)
  const longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return ((longitude % 360) + 360) % 360
}

/** The Julian day of the new moon nearest to a Julian day, to a few minutes (ΔT of about 70 s taken off). */
export function newMoonNear(julianDay: number): number {
  const k = Math.round((julianDay - 2_451_550.09766) / 29.530588861)
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const m = 2.5534 + 29.1053567 * k
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const correction =
    -0.4072 * sine(moon) +
    0.17241 * e * sine(m) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * f) +
    0.00739 * e * sine(moon - m) -
    0.00514 * e * sine(moon + m) +
    0.00208 * e * e * sine(2 * m) -
    0.00111 * sine(moon - 2 * f) -
    0.00057 * sine(moon + 2 * f) +
    0.00056 * e * sine(2 * moon + m) -
    0.00042 * sine(3 * moon) +
    0.00042 * e * sine(m + 2 * f) +
    0.00038 * e * sine(m - 2 * f) -
    0.00024 * e * sine(2 * moon - m) -
    0.00017 * sine(124.7746 - 1.56375588 * k) +
    0.000325 * sine(299.77 + 0.107408 * k) +
    0.000165 * sine(251.88 + 0.016321 * k) +
    0.000164 * sine(251.83 + 26.651886 * k)
  return 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t + correction - 0.0008
}

/** The Julian day of the midnight in Beijing with which a day begins. */
export const beijingMidnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) / 86_400_000 + 2_440_587.5
