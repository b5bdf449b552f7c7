/** Moments that calls can begin at: calendars are known from 1970 up to 2100 (UTC). */
export const earliestMoment = Date.UTC(1970, 0, 2);
export const latestMoment = Date.UTC(2099, 11, 30);
