private import Foundation
private import Synchronization

/// A program that runs beside the tests, in a process group of its own.
///
/// `Foundation.Process` would wait for a server that the program leaves behind.
package final class StartedProgram: Sendable {
    /// The program could not be started.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let identifier: pid_t
    /// The writing end of a pipe that a watching shell reads; closed with this process, however it ends.
    private let lifeline: Int32?
    /// The exit status, once it was collected; the system may give the number to another process then.
    private let ended = Mutex<Int32?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - input: a descriptor it reads; nothing if not given.
    ///   - log: the file that gets all it writes.
    ///   - environment: what it knows besides this process's environment.
    ///   - isWatched: whether its whole group is killed when this process ends before `stop`.
    /// - Throws: `Failure` when there is no such program.
    package init(
        _ command: [String],
        input: Int32? = nil,
        log: String,
        environment: [String: String] = [:],
        isWatched: Bool = false
    ) throws {
        // The program's user may not be allowed to see the folder the tests were started in.
        let settings = environment.map { "\($0.key)=\($0.value)" }
        identifier = try Self.spawn(
            ["/bin/sh", "-c", "cd / && exec /usr/bin/env \"$@\"", "sh"] + settings + command,
            input: input,
            log: log
        )
        lifeline = isWatched ? try Self.watch(identifier) : nil
    }

    /// Waits until the program ends by itself.
    ///
    /// - Returns: the exit status, a signal as 128 and its number.
    package func wait() -> Int32 { collect(isPatient: true) ?? 0 }

    /// Asks the program to end, and kills its group when it has not after `patience`.
    ///
    /// - Returns: the exit status, a signal as 128 and its number.
    @discardableResult
    package func stop(within patience: Duration = .seconds(10)) async -> Int32 {
        ended.withLock { status in
            if status == nil { _ = kill(identifier, SIGTERM) }
        }
        return await finish(within: patience)
    }

    /// Waits until the program ends by itself, and kills its group when it has not after `patience`.
    ///
    /// - Returns: the exit status, a signal as 128 and its number.
    package func finish(within patience: Duration) async -> Int32 {
        let end = ContinuousClock.now + patience
        while true {
            if let status = collect(isPatient: false) { return status }
            guard ContinuousClock.now < end else { break }
            // A cancelled test still waits for what it started.
            await Task { try? await Task.sleep(for: .milliseconds(20)) }.value
        }
        kill(-identifier, SIGKILL)
        return wait()
    }

    /// Returns the exit status once the program has ended; what it left in its group is killed.
    private func collect(isPatient: Bool) -> Int32? {
        ended.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            var found: pid_t
            repeat { found = waitpid(identifier, &status, isPatient ? 0 : WNOHANG) } while found < 0 && errno == EINTR
            guard found != 0 else { return nil }
            if lifeline != nil { kill(-identifier, SIGKILL) }
            letGo()
            known = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
            return known
        }
    }

    /// Tells the watching shell that there is nothing left to kill.
    private func letGo() {
        guard let lifeline else { return }
        _ = write(lifeline, "\n", 1)
        close(lifeline)
    }

    private static func watch(_ group: pid_t) throws -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
            kill(-group, SIGKILL)
            throw Failure(description: "no pipe")
        }
        let script = "trap '' INT TERM HUP; read -r line || kill -s KILL -- -\(group)"
        _ = try spawn(["/bin/sh", "-c", script], input: ends[0], log: "/dev/null")
        close(ends[0])
        return ends[1]
    }

    private static func spawn(_ command: [String], input: Int32?, log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        let arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var started: pid_t = 0
        guard posix_spawn(&started, command[0], &actions, &attributes, arguments, environ) == 0 else {
            throw Failure(description: "cannot start \(command.joined(separator: " "))")
        }
        return started
    }
}
