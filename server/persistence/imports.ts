import { z } from 'zod'
import { AT_WORK, IMPORT_STATES, type ImportState } from '../../app/domain/imports/import-state'
import { IMPORT_FIELDS, NO_COLUMN } from '../../app/domain/imports/map-columns'
import type { KnownArea } from '../../app/domain/imports/parse-row'
import type {
  ImportChange,
  ImportReport,
  ImportStore,
  NewFile,
  NewImport,
  StoredImport,
} from '../services/imports/import-store'
import { askPool } from './ask'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import {
  compareBatch,
  countCorrected,
  countRecorded,
  undoBatch,
  writeBatch,
} from './import-batches'
import { listMetricRows } from './metric-rows'
import { findPartnershipOf } from './partnership-of'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

const chosenColumns = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(NO_COLUMN))
const columns = z.object({
  chosen: chosenColumns.default({}),
  sheet: z.string().nullable().default(null),
})

export function createImportStore(db: Database): ImportStore {
  const { prisma, pool } = db
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    addImport: (added) => addImport(db, added),
    addFetched: (importId, file) => addFetched(db, importId, file),
    async findImport(id) {
      if (!canBeStored(id)) return null
      const row = await prisma.observationImport.findUnique({ where: { id }, include: WITH_NAMES })
      return row && toImport(row)
    },
    async listImports(partnershipId) {
      const rows = await prisma.observationImport.findMany({
        where: { partnershipId },
        include: WITH_NAMES,
        orderBy: { at: 'desc' },
        take: 100,
      })
      return rows.map(toImport)
    },
    async listAtWork() {
      const rows = await prisma.observationImport.findMany({
        where: { state: { in: [...AT_WORK] } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
    change: (id, from, change) => changeImport(db, { id, from, change }),
    async readFile(id) {
      // Megabytes: Prisma would take them apart and put them together again.
      const { rows } = await pool.query<{ bytes: Uint8Array }>(
        'SELECT bytes FROM import_file WHERE id = $1',
        [id],
      )
      if (!rows[0]) throw new Error(`There is no imported file ${id}.`)
      return rows[0].bytes
    },
    async findMapping(partnershipId, headings) {
      const key = { partnershipId_headings: { partnershipId, headings } }
      const row = await prisma.importMapping.findUnique({ where: key })
      return row && chosenColumns.parse(row.columns)
    },
    async keepMapping({ partnershipId, headings, chosen, personId }) {
      const key = { partnershipId, headings }
      await prisma.importMapping.upsert({
        where: { partnershipId_headings: key },
        create: { ...key, columns: chosen, personId },
        update: { columns: chosen, personId, at: new Date() },
      })
    },
    async readContext(partnershipId) {
      const [metrics, areas] = await Promise.all([
        listMetricRows(askPool(db), { partnershipId }),
        readAreas(db, partnershipId),
      ])
      const followed = metrics.filter(({ retiredOn }) => retiredOn === null)
      return {
        areas,
        metrics: followed.map((metric) => ({
          metric,
          codes: [metric.code, metric.sourceId].filter((code) => code !== ''),
          name: metric.title,
          everybody: { sex: metric.sex, age: metric.age },
        })),
      }
    },
    compareBatch: (drafts) => compareBatch(db, drafts),
    writeBatch: (input) => writeBatch(db, input),
    undoBatch: (input) => undoBatch(db, input),
    countRecorded: (importId) => countRecorded(db, importId),
    async readFileNames(partnershipId, importIds) {
      const rows = await prisma.observationImport.findMany({
        where: { partnershipId, id: { in: [...importIds] } },
        select: { id: true, file: { select: { name: true } } },
      })
      return Object.fromEntries(rows.map(({ id, file }) => [id, file.name]))
    },
    countCorrected: (importId) => countCorrected(db, importId),
  }
}

const WITH_NAMES = {
  file: { select: { name: true } },
  person: { select: { name: true } },
  undoneBy: { select: { name: true } },
} satisfies Prisma.ObservationImportInclude

type ImportRow = Prisma.ObservationImportGetPayload<{ include: typeof WITH_NAMES }>

function toImport(row: ImportRow): StoredImport {
  const { chosen, sheet } = columns.parse(row.columns)
  const { id, partnershipId, fileId, metricId, total, done, problem, undoReason } = row
  return {
    id,
    partnershipId,
    fileId,
    metricId,
    total,
    done,
    problem,
    undoReason,
    chosen,
    sheet,
    fileName: row.file.name,
    state: oneOf(IMPORT_STATES, row.state),
    report: readReport(row.report),
    byId: row.personId,
    by: row.person.name,
    at: row.at.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    undoneById: row.undoneById,
    undoneBy: row.undoneBy?.name ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }
}

/** Written by this program only. */
function readReport(stored: Prisma.JsonValue): ImportReport | null {
  const isMade = typeof stored === 'object' && stored !== null && 'counts' in stored
  return isMade ? (stored as unknown as ImportReport) : null
}

async function addImport({ prisma }: Database, added: NewImport): Promise<void> {
  const { id, fileId, partnershipId, state, metricId, personId, at, audit } = added
  await prisma.$transaction(async (tx) => {
    await addFile(tx, added)
    await tx.observationImport.create({
      data: { id, partnershipId, fileId, metricId, state, personId, at },
    })
    await appendAudit(tx, audit)
  })
}

async function addFetched({ prisma }: Database, id: string, file: NewFile): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await addFile(tx, file)
    const { count } = await tx.observationImport.updateMany({
      where: { id, state: 'fetching' },
      data: { fileId: file.fileId, state: 'looking' },
    })
    return count > 0
  })
}

async function addFile(tx: Prisma.TransactionClient, file: NewFile): Promise<void> {
  const { fileId, partnershipId, name, bytes, sha256, personId, at } = file
  await tx.importFile.create({
    data: {
      id: fileId,
      partnershipId,
      name,
      // Prisma asks for bytes that are surely not shared between threads.
      bytes: new Uint8Array(bytes),
      sha256,
      size: bytes.length,
      personId,
      at,
    },
  })
}

interface Changing {
  readonly id: string
  readonly from: readonly ImportState[]
  readonly change: ImportChange
}

async function changeImport(
  { prisma }: Database,
  { id, from, change }: Changing,
): Promise<boolean> {
  const { chosen, sheet, report, undone, audit, ...plain } = change
  const data = {
    ...plain,
    ...(chosen && { columns: { chosen, sheet: sheet ?? null } }),
    ...(report && { report: JSON.parse(JSON.stringify(report)) as Prisma.InputJsonValue }),
    ...(undone && {
      undoneById: undone.personId,
      undoneAt: undone.at,
      undoReason: undone.reason,
    }),
  }
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.observationImport.updateMany({
      where: { id, state: { in: [...from] } },
      data,
    })
    if (count > 0 && audit) await appendAudit(tx, audit)
    return count > 0
  })
}

/** The partnership's areas and those of all England. */
async function readAreas({ prisma }: Database, partnershipId: string): Promise<KnownArea[]> {
  const rows = await prisma.area.findMany({
    where: { OR: [{ partnershipId }, { partnershipId: null }] },
    select: { id: true, name: true, level: true, onsCode: true, odsCode: true },
  })
  return rows.map(({ onsCode, odsCode, ...area }) => ({
    area,
    name: area.name,
    codes: [onsCode, odsCode].filter((code) => code !== null),
  }))
}
