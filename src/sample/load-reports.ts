import type { Core } from '@strapi/strapi';
import { parsePeriod, periodText, previousPeriod, type ReportRow } from '../reports';
import { portalDay } from '../vietnamese';
import type { Directory } from './load-directory';

const PROCEDURES = 'plugin::public-record.procedure-report';
const EXCHANGE = 'plugin::public-record.exchange-report';

/** The agencies that the sample invents, since counts of real ones would be statements about them. */
const UNITS = ['don-vi-mau-a', 'don-vi-mau-b'];
const FIELDS = ['Đất đai', 'Hộ tịch', 'Xây dựng'];
const MONTHS = 7;

/** Reports of the last months that have ended, published; a month that is there already stays. */
export async function loadReports(strapi: Core.Strapi, { agencies }: Directory, now = new Date()): Promise<void> {
  const periods: string[] = [];
  let period = parsePeriod(portalDay(now).slice(0, 7))!;
  for (let month = 0; month < MONTHS; month += 1) {
    period = previousPeriod(period);
    periods.unshift(periodText(period));
  }
  for (const [unit, key] of UNITS.entries()) {
    const agency = agencies.get(key)!;
    const pending = FIELDS.map(() => 0);
    for (const [month, one] of periods.entries()) {
      const rows = FIELDS.map((field, index) => {
        const row = procedures(field, { month, unit, index, carriedOver: pending[index]! });
        pending[index] = row.pendingInTime + row.pendingOverdue;
        return row;
      });
      await publish(strapi, PROCEDURES, { agency, period: one, rows });
      await publish(strapi, EXCHANGE, { agency, period: one, rows: [exchange(month, unit)] });
    }
  }
}

type Place = { month: number; unit: number; index: number; carriedOver: number };

/** Counts that rise and fall a little, and add up. */
function procedures(field: string, { month, unit, index, carriedOver }: Place): ReportRow<'procedure-progress'> {
  const received = 90 + 25 * index + 40 * unit + ((month * 17 + index * 29) % 31);
  const receivedOnline = Math.round(received * (0.62 + 0.04 * month));
  const returned = (month + index) % 4;
  const pendingOverdue = (month + index + unit) % 3;
  const pendingInTime = 8 + ((month * 5 + index) % 9);
  const resolved = received + carriedOver - returned - pendingOverdue - pendingInTime;
  const resolvedLate = (month * 3 + index) % 4;
  const resolvedEarly = Math.round((resolved - resolvedLate) * 0.6);
  return {
    ...{ field, received, receivedOnline, receivedInPerson: received - receivedOnline, carriedOver },
    ...{ resolvedEarly, resolvedOnTime: resolved - resolvedLate - resolvedEarly, resolvedLate },
    ...{ pendingInTime, pendingOverdue, returned },
  };
}

function exchange(month: number, unit: number): ReportRow<'document-exchange'> {
  const [sent, received] = [210 + 60 * unit + ((month * 13) % 40), 320 + 45 * unit + ((month * 19) % 60)];
  return {
    field: null,
    sent,
    received,
    digitallySigned: sent + received - 6 - (month % 5),
    onTime: received - 9 + month,
  };
}

async function publish(
  strapi: Core.Strapi,
  type: typeof PROCEDURES | typeof EXCHANGE,
  { agency, period, rows }: { agency: string; period: string; rows: object[] },
): Promise<void> {
  const documents = strapi.documents(type as typeof PROCEDURES);
  if (await documents.findFirst({ filters: { period, agency: { documentId: agency } } })) return;
  await documents.create({ status: 'published', data: { agency, period, rows } as never });
}
