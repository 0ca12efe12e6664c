/** The portal's day, which begins at 00:00 +07:00 and alone changes what is in force. */
export const clock = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.clock() RETURNS timestamptz
   LANGUAGE sql STABLE PARALLEL SAFE RETURN now()`,

    `CREATE OR REPLACE FUNCTION public_record.today() RETURNS date
   LANGUAGE sql STABLE PARALLEL SAFE
   RETURN (public_record.clock() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`,

    `CREATE OR REPLACE FUNCTION public_record.seconds_to_midnight() RETURNS numeric
   LANGUAGE sql STABLE PARALLEL SAFE
   RETURN extract(epoch FROM
     ((public_record.today() + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') - public_record.clock())`,
  ],
};
