/**
 * SQL that adds a constraint unless the table has one of that name: `ALTER TABLE … ADD CONSTRAINT` knows no
 * `IF NOT EXISTS`, and dropping and adding it at every boot would check the whole table and lock it each time.
 */
export function addConstraint(table: string, name: string, definition: string): string {
  return `DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '${name}' AND conrelid = '${table}'::regclass) THEN
      ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition};
    END IF;
  END $do$`;
}
