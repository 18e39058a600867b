import { describe, expect, test } from '@jest/globals'
import {
  type MaterialContent,
  type MaterialQuestion,
  materialComplaints,
} from '../../../domain/material/material.ts'

describe('A material', () => {
  test('asks each question under an id of its own', () => {
    const wellbeing: MaterialQuestion = { id: 'wellbeing', text: 'Trives du?', help: '', form: 'text' }
    expect(materialComplaints(materialOf(wellbeing, { ...wellbeing, text: 'Igen?' }))).toEqual([
      { place: 'sections.0.questions.1.id', value: 'wellbeing', code: 'question-id-twice' },
    ])
    expect(materialComplaints(materialOf(wellbeing))).toEqual([])
  })

  test('has scales that go upwards', () => {
    const labels = { leastLabel: 'dårligt', mostLabel: 'godt' }
    const scale: MaterialQuestion = {
      id: 'q',
      text: '?',
      help: '',
      form: 'scale',
      least: 5,
      most: 5,
      ...labels,
    }
    expect(materialComplaints(materialOf(scale))).toEqual([
      { place: 'sections.0.questions.0.most', value: '5', code: 'scale-too-short' },
    ])
    expect(materialComplaints(materialOf({ ...scale, most: 6 }))).toEqual([])
  })

  test('offers each choice once', () => {
    const options = ['yes', 'no', 'yes'].map((id) => ({ id, label: id }))
    const choice: MaterialQuestion = { id: 'q', text: '?', help: '', form: 'choice', several: false, options }
    expect(materialComplaints(materialOf(choice))).toEqual([
      { place: 'sections.0.questions.0.options', value: 'yes', code: 'option-id-twice' },
    ])
  })
})

function materialOf(...questions: MaterialQuestion[]): MaterialContent {
  return {
    title: 'Ark',
    intro: '',
    files: [],
    sections: [{ heading: 'Nu', phase: 'now', text: '', questions }],
  }
}
