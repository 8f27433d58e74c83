import Browser
import Testing

/// Chapter 6: what was done can be proved, and what was tampered with is named.
extension Story {
    func theLogProvesItselfUntilSomebodyChangesAByte() async throws {
        // Proved beside the running server, and again after it ended.
        let beside = try await house.run("log", "verify")
        #expect(beside.status == 0 && beside.text.hasPrefix("ok: "), "\(beside.text)")
        #expect(await house.stop() == 0, "a stop signal ends the server gracefully")
        let after = try await house.run("log", "verify")
        #expect(after.status == 0, "\(after.text)")
        let checkpoint = try await house.run("log", "checkpoint")
        #expect(checkpoint.status == 0, "\(checkpoint.text)")

        let changed = try #require(try await house.changeOneByte(ofLast: "CaseFile.ApplicationReceived"))
        let broken = try await house.run("log", "verify")
        #expect(broken.status == 1)
        #expect(broken.text.hasPrefix("error: \(changed): "), "\(broken.text)")
    }
}
