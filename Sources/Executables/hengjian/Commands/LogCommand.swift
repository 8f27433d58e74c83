import ArgumentParser
import Composition
import Cryptography
import EventLog
import Foundation
import Kernel
import Publicity
import TransparencyLog

/// `hengjian log`: proofs over the log.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "日志：校验与签名",
        subcommands: [LogVerifyCommand.self, LogCheckpointCommand.self]
    )
}

/// `hengjian log verify`: recomputes every digest, and names the first event that is not what was committed.
struct LogVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "校验全部日志",
        discussion: "Reads only, so it may run beside the server. Exit status 1 names the first event at fault."
    )

    @OptionGroup var options: DatabaseOptions

    @Option(help: "另行保存的签名检查点文件")
    var checkpoint: [String] = []

    @Flag(help: "输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .look)
        do {
            let further = try checkpoint.map { path in
                try SignedNote(String(decoding: DurableFile.read(path, limit: 1 << 20), as: UTF8.self))
            }
            let proof = try await house.prove(against: further)
            print(try answer(proof))
            await house.close()
        } catch let fault as LogFault {
            print(json ? try LogFaultAnswer(fault).jsonLine() : LogFaultAnswer(fault).line)
            await house.close()
            throw ExitStatus.input
        }
    }

    private func answer(_ proof: LogCheckpoint.Proof) throws -> String {
        let answer = LogProofAnswer(proof)
        return json ? try answer.jsonLine() : answer.line
    }
}

/// `hengjian log checkpoint`: signs the log as it stands, and keeps the note outside the database.
struct LogCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "checkpoint", abstract: "签署检查点")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let house = try await options.open(for: .upkeep)
        do {
            print(try await house.keepCheckpoint().note, terminator: "")
            try await house.keepAuditMark()
            await house.close()
        } catch let fault as LogFault {
            StandardError.write(LogFaultAnswer(fault).line)
            await house.close()
            throw ExitStatus.input
        }
    }
}

private struct LogProofAnswer: Encodable {
    let events: Int64
    let erasedSections: Int
    let checkpoints: Int
    let lastRecordedAt: String

    init(_ proof: LogCheckpoint.Proof) {
        events = proof.log.events
        erasedSections = proof.log.erasedSections
        checkpoints = proof.checkpoints
        lastRecordedAt = proof.log.lastRecordedAt.description
    }

    var line: String {
        "ok: \(events) 条记录，\(erasedSections) 处依法删除，与 \(checkpoints) 个检查点一致"
    }
}

private struct LogFaultAnswer: Encodable {
    let event: String
    let fault: String
    let detail: String

    init(_ fault: LogFault) {
        event = fault.event
        self.fault = fault.kind.rawValue
        detail = fault.detail
    }

    var line: String { "error: \(event): \(fault): \(detail)" }
}
