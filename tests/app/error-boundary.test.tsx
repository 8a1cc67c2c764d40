// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../../src/app/error-boundary.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Draws a screen that fails; React tells the console, which is no news here. */
function fail(error: unknown): void {
  vi.spyOn(console, 'error').mockReturnValue()
  function Broken(): never {
    throw error
  }
  render(
    <ErrorBoundary base="/notes/">
      <Broken />
    </ErrorBoundary>,
  )
}

test('what works is shown as it is', () => {
  render(
    <ErrorBoundary base="/">
      <p>All is well</p>
    </ErrorBoundary>,
  )
  expect(screen.getByText('All is well')).toBeTruthy()
})

test('a defect is owned up to, and leads back to where the app is served', () => {
  fail(new Error('Expected a row'))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Something went wrong here')
  expect(screen.getByText(/What was stored before is still there/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to today' }).getAttribute('href')).toBe('/notes/')
  expect(screen.getByText('Expected a row')).toBeTruthy()
})

test.each([
  ['Chromium', 'Failed to fetch dynamically imported module: https://x/assets/cards-view.js'],
  ['Firefox', 'error loading dynamically imported module: https://x/assets/cards-view.js'],
  ['Safari', 'Importing a module script failed.'],
])('a part of the app that %s could not fetch is no defect', (_, message) => {
  fail(new TypeError(message))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A part of the app could not be loaded')
  expect(screen.getByRole('button', { name: 'Load the page again' })).toBeTruthy()
})

test('a stylesheet that could not be fetched is no defect either', () => {
  fail(new Error('Unable to preload CSS for /assets/cards-view.css'))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A part of the app could not be loaded')
})

test('also what is thrown and is no error is told', () => {
  fail('out of paper')
  expect(screen.getByText('out of paper')).toBeTruthy()
})
