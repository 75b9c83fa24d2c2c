import { defineConfig } from 'prisma/config'

// For Prisma's own commands, such as `prisma migrate deploy` or `prisma studio`; Northing itself does not read it.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://127.0.0.1:5432/northing' },
})
