import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { serveHttp } from '../http/server.ts'
import { BOTH, startScene, type Scene } from './registry-scene.ts'

let scene: Scene

beforeEach(async () => {
  scene = await startScene()
  scene.emulator.registry.login = { kind: 'basic', username: 'a', password: 'secret word' }
})

afterEach(() => scene.close())

const sign = (image = scene.image()) =>
  scene.sign([image], {
    login: { ...scene.request([]).login, given: { username: 'a', password: 'secret word' } },
    layouts: BOTH,
  })

describe('another host that a registry names', () => {
  it('takes uploads, and sees no login', async () => {
    scene.emulator.registry.uploadsToStore = true
    await sign()
    const uploads = scene.emulator.calls('registry-store', 'StoreUpload')
    expect(uploads.length).toBeGreaterThanOrEqual(4)
    expect(uploads.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
  })

  it('gives downloads, and sees no login', async () => {
    const image = scene.image()
    await sign(image)
    scene.emulator.registry.downloadsFromStore = true
    scene.signed.length = 0
    await sign(image)
    expect(scene.signed).toHaveLength(0)
    const downloads = scene.emulator.calls('registry-store', 'StoreDownload')
    expect(downloads).toHaveLength(1)
    expect(downloads[0]?.headers.authorization).toBeUndefined()
  })

  it('is not followed without TLS, nor without end', async () => {
    const image = scene.image()
    await sign(image)
    const elsewhere = await serveHttp((_, response) => {
      response.writeHead(307, { location: '/again' }).end()
    })
    try {
      const redirect = (to: string) =>
        scene.emulator.setFault({ service: 'registry', call: 'GetBlob', kind: 'redirect', to })
      const undo = redirect('http://store.example/x')
      await expect(sign(image)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
      undo()
      redirect(`${elsewhere.url}/blob`)
      await expect(sign(image)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
      expect(elsewhere.seen.length).toBeLessThan(6)
      expect(elsewhere.seen.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  it.each(['http://store.example/upload', 'ftp://store.example/', ''])(
    'gets no bytes where an upload is to go to %j',
    async (location) => {
      scene.emulator.setFault({
        service: 'registry',
        call: 'StartUpload',
        kind: 'status',
        status: 202,
        headers: { location },
      })
      const code = location === '' ? 'REGISTRY_UPLOAD_FAILED' : 'INVALID_RESPONSE'
      await expect(sign()).rejects.toMatchObject({ code })
    },
  )
})
