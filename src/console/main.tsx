import 'antd/dist/antd.css'
import './style/console.css'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app.tsx'
import { giveNonceToStyles } from './nonce.ts'

// The page's policy forbids compiling text to code, which Zod would otherwise try.
config({ jitless: true })
giveNonceToStyles()
const place = document.getElementById('console')
if (place) createRoot(place).render(<App />)
