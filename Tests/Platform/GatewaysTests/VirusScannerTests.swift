import Gateways
import TestSupport
import Testing

@Suite("Asking a virus scanner", .enabled(if: RunningScanner.isInstalled))
struct VirusScannerTests {
    @Test("clean bytes pass, known ones are named, whatever their length")
    func verdicts() async throws {
        let daemon = try await RunningScanner()
        let scanner = VirusScanner(.socket(path: daemon.socket))
        #expect(try await scanner.verdict(on: RunningScanner.eicar) == .harmful("Eicar.Local.UNOFFICIAL"))
        #expect(try await scanner.verdict(on: []) == .clean)
        #expect(try await scanner.verdict(on: Array(repeating: 7, count: 500_000)) == .clean)
        await daemon.stop()
    }

    @Test("a daemon that is down, refuses or stays silent gives no verdict")
    func faults() async throws {
        let daemon = try await RunningScanner()
        let scanner = VirusScanner(.socket(path: daemon.socket))
        await #expect(throws: VirusScanner.Fault.self) {
            try await scanner.verdict(on: Array(repeating: 7, count: RunningScanner.longest * 3))
        }
        #expect(try await scanner.verdict(on: [1]) == .clean)
        await daemon.stop()
        await #expect(throws: VirusScanner.Fault.unreachable) { try await scanner.verdict(on: [1]) }
        let silent = try ScriptedPeer(answer: nil)
        defer { silent.stop() }
        let patient = VirusScanner(.network(host: "127.0.0.1", port: silent.port), limit: .seconds(1))
        await #expect(throws: VirusScanner.Fault.slow) { try await patient.verdict(on: [1]) }
    }
}
