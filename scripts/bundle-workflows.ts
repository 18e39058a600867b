import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { failureConverterPath } from '../codec/data-converter.ts'

const workflowsPath = `${process.cwd()}/workflows/index.ts`
/** What every bundle of workflows loads before there is one of them. */
export const preloadModules = [`${process.cwd()}/workflows/loaded-once.ts`]

/** The code that a worker loads, and the files it was made of: paths from the project's root. */
export interface WorkflowBundle {
  code: string
  modules: string[]
}

/** True once there is something to bundle. */
export function hasWorkflows(): boolean {
  return existsSync(workflowsPath)
}

/** Bundles workflows/index.ts as a worker would. Throws when it imports what a workflow must not. */
export async function bundleWorkflows(): Promise<WorkflowBundle> {
  const modules = new Set<string>()
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    preloadModules,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      plugins: [
        ...(config.plugins ?? []),
        (compiler) => {
          compiler.hooks.compilation.tap('modules', (compilation) => {
            compilation.hooks.finishModules.tap('modules', (finished) => {
              for (const module of finished) {
                const path = module.nameForCondition()
                if (path) modules.add(relative(process.cwd(), path))
              }
            })
          })
        },
      ],
    }),
  })
  return { code, modules: [...modules].toSorted() }
}
