import Browser
import Foundation
import TestSupport
import Testing

/// Signing in through a real identity provider, in a browser; and what is seen when it fails.
@Suite(
    "Signing in through an identity provider",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct ProviderJourneyTests {
    @Test("an officer who is linked signs in; a provider that is down, slow, or answers wrongly lets nobody in")
    func journey() async throws {
        let folder = try TemporaryFolder()
        let secret = folder.file("client-secret")
        try Data("\(RunningProvider.secret)\n".utf8).write(to: URL(fileURLWithPath: secret))
        let port = try RunningHouse.freePort()
        var provider = try await RunningProvider(
            port: try RunningHouse.freePort(),
            returnAddress: "http://127.0.0.1:\(port)/sign-in/provider/return"
        )
        try await provider.start()
        let house = try await RunningHouse.start(
            port: port,
            options: [
                "--provider-issuer", provider.issuer, "--provider-client", RunningProvider.client,
                "--provider-secret-file", secret,
            ]
        )
        do {
            try await WebDriver.run { driver in
                let entry = Entry(
                    house: house,
                    album: Album(),
                    officer: try await driver.window(on: house.site),
                    administrator: try await driver.window(on: house.site)
                )
                try await entry.whoIsNotLinkedGetsNoAccount()
                try await entry.theAdministratorLinks()
                try await entry.whoIsLinkedComesToThePageAskedFor()
                try await entry.anAnswerToAnotherRequestIsRefused()
                try await entry.anothersWayBackIsRefused()
                try await entry.changesAtTheProvider(&provider)
                try await entry.theProviderFails(&provider)
                try await entry.theAuditTells()
            }
        } catch {
            await provider.stop()
            _ = await house.stop()
            throw error
        }
        await provider.stop()
        #expect(await house.stop() == 0)
    }
}
