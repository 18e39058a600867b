import { roundControlPage } from '../../web/pages/round-control.tsx'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { roundParams } from '../round-schemas.ts'
import { closeRound, pauseRound, resumeRound, stopRound } from '../routes/round-acts.ts'
import {
  listUnitPauses,
  listUnitStops,
  pauseUnitTalks,
  resumeUnitTalks,
  stopUnitTalks,
} from '../routes/unit-pauses.ts'
import { ask, defineForm, definePage, type FormRequest } from './page.ts'
import { runRound, unitsOfRound } from './round-request.ts'

const control = definePage({
  path: '/rounds/:roundId/control',
  params: roundParams,
  show: async (request) => {
    const { frame, params } = request
    const round = await runRound(request)
    const [units, pauses, stops] = await Promise.all([
      unitsOfRound(request, round.unitId),
      ask(request, listUnitPauses, { params }),
      ask(request, listUnitStops, { params }),
    ])
    return roundControlPage(frame, { round, units, pauses, stops })
  },
})

type ControlForm = FormRequest<{ roundId: string }>

const act = (path: string, does: (request: ControlForm) => Promise<NoticeCode>, names = {}) =>
  defineForm({
    path: `/rounds/:roundId/${path}`,
    page: control,
    params: roundParams,
    names,
    does: async (request) => {
      const notice = await does(request)
      return { to: `/rounds/${request.params.roundId}/control`, notice }
    },
  })

const pause = act('pause', async (request) => {
  await ask(request, pauseRound, { params: request.params })
  return 'round-paused'
})

const resumption = act('resumption', async (request) => {
  await ask(request, resumeRound, { params: request.params })
  return 'round-resumed'
})

const stop = act('stop', async (request) => {
  const { params, entered } = request
  await ask(request, stopRound, { params, body: { reason: entered.text('reason') } })
  return 'round-stopped'
})

const closing = act('closing', async (request) => {
  await ask(request, closeRound, { params: request.params })
  return 'round-closed'
})

const unitPause = act('units/pause', async (request) => {
  await ask(request, pauseUnitTalks, { params: unitParams(request, 'unitId') })
  return 'unit-paused'
})

const unitStop = act(
  'units/stop',
  async (request) => {
    const params = unitParams(request, 'stoppedUnitId')
    await ask(request, stopUnitTalks, { params, body: { reason: request.entered.text('unitReason') } })
    return 'unit-stopped'
  },
  { unitId: 'stoppedUnitId', reason: 'unitReason' },
)

const unitResumption = act('units/resumption', async (request) => {
  await ask(request, resumeUnitTalks, { params: unitParams(request, 'unitId') })
  return 'unit-resumed'
})

function unitParams({ params, entered }: ControlForm, name: string) {
  return { ...params, unitId: entered.text(name) }
}

export const roundControlPages = [control]
export const roundControlForms = [pause, resumption, stop, closing, unitPause, unitStop, unitResumption]
