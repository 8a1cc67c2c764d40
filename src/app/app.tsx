import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { PAGES } from '../model/page.ts'
import { SearchDialog } from '../views/search/search-dialog.tsx'
import { Shell } from '../views/shell/shell.tsx'
import { TodayView } from '../views/today/today-view.tsx'

/** Every screen but the first is fetched when it is opened. */
const StudyView = lazy(async () => ({ default: (await import('../views/study/study-view.tsx')).StudyView }))
const ReaderView = lazy(async () => ({ default: (await import('../views/study/reader-view.tsx')).ReaderView }))
const AboutView = lazy(async () => ({ default: (await import('../views/study/about-view.tsx')).AboutView }))
const CardsView = lazy(async () => ({ default: (await import('../views/cards/cards-view.tsx')).CardsView }))
const BrowseView = lazy(async () => ({ default: (await import('../views/cards/browse-view.tsx')).BrowseView }))
const SetupView = lazy(async () => ({ default: (await import('../views/quiz/setup-view.tsx')).SetupView }))
const NewQuizView = lazy(async () => ({ default: (await import('../views/quiz/new-quiz-view.tsx')).NewQuizView }))
const RunnerView = lazy(async () => ({ default: (await import('../views/quiz/runner-view.tsx')).RunnerView }))
const ResultView = lazy(async () => ({ default: (await import('../views/quiz/result-view.tsx')).ResultView }))
const HistoryView = lazy(async () => ({ default: (await import('../views/history/history-view.tsx')).HistoryView }))
const SearchView = lazy(async () => ({ default: (await import('../views/search/search-view.tsx')).SearchView }))
const ProgressView = lazy(async () => ({ default: (await import('../views/progress/progress-view.tsx')).ProgressView }))
const ImportView = lazy(async () => ({ default: (await import('../views/import/import-view.tsx')).ImportView }))
const SettingsView = lazy(async () => ({ default: (await import('../views/settings/settings-view.tsx')).SettingsView }))
const NotFoundView = lazy(async () => ({ default: (await import('../views/ui/not-found-view.tsx')).NotFoundView }))

/** The screens and their addresses. */
export function App() {
  return (
    <Shell search={(onClose) => <SearchDialog onClose={onClose} />}>
      <Suspense fallback={null}>
        <Routes>
          <Route path={PAGES.today} element={<TodayView />} />
          <Route path={PAGES.study} element={<StudyView />} />
          <Route path={`${PAGES.study}/*`} element={<ReaderView />} />
          <Route path={PAGES.cards} element={<CardsView />} />
          <Route path={PAGES.browse} element={<BrowseView />} />
          <Route path={PAGES.quiz} element={<SetupView />} />
          <Route path={PAGES.newQuiz} element={<NewQuizView />} />
          <Route path={PAGES.history} element={<HistoryView />} />
          <Route path={`${PAGES.quiz}/:attempt`} element={<RunnerView />} />
          <Route path={`${PAGES.quiz}/:attempt/result`} element={<ResultView />} />
          <Route path={PAGES.search} element={<SearchView />} />
          <Route path={PAGES.progress} element={<ProgressView />} />
          <Route path={PAGES.import} element={<ImportView />} />
          <Route path={PAGES.settings} element={<SettingsView />} />
          <Route path={PAGES.about} element={<AboutView />} />
          <Route path="*" element={<NotFoundView />} />
        </Routes>
      </Suspense>
    </Shell>
  )
}
