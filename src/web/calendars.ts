import type { FastifyInstance } from 'fastify';
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { words } from '../words.js';
import { sayTrouble } from './page.js';

/** Somebody's dates by his calendar's name, which can't be guessed; `null`: there is no such calendar. */
export type Calendars = {
  read(name: string): Promise<{
    now: Date;
    /** `when`: a moment, or a whole day, `2026-10-28`. */
    events: { id: string; title: string; text: string; when: Date | string }[];
  } | null>;
};

const DAY_SECONDS = 24 * 3_600;

/** Calendars that phones subscribe to (RFC 5545); each reading has the dates as they are then. */
export function serveCalendars(app: FastifyInstance, calendars: Calendars): void {
  app.get<{ Params: { name: string } }>('/lich/:name.ics', async (request, reply) => {
    const found = await calendars.read(request.params.name);
    if (!found) return sayTrouble(request, reply, 404, 'notFound');
    const calendar = ical({
      name: words.plain('calendar.name'),
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: 'tro-ly-cuoc-thi', product: 'lich', language: 'VI' },
      ttl: DAY_SECONDS / 4,
    });
    for (const { id, title, text, when } of found.events) {
      const event = calendar.createEvent({
        id,
        stamp: found.now,
        start: new Date(when),
        end: typeof when === 'string' ? null : when,
        allDay: typeof when === 'string',
        summary: title,
        description: text,
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: DAY_SECONDS });
    }
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=900')
      .send(calendar.toString());
  });
}
