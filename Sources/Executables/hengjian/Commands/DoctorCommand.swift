import Access
import ArgumentParser
import Composition
import Cryptography
import Database
import EventLog
import Kernel
import Publicity
import SQLiteDriver
import Supervision

/// `hengjian doctor`: looks at everything the program stands on, and says what is wrong.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "doctor", abstract: "体检：数据库、密钥、日志、数据表")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "每个项目输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .look)
        var findings = [
            DoctorFinding("database", "\(house.address)"),
            DoctorFinding("durability", house.durability),
            DoctorFinding("keys", "\(house.ring.wrappingKeyIDs.count) 个主密钥，\(house.folder.ringFile)"),
            DoctorFinding("realm", "\(house.realm.shortCode)\(house.isDemonstration ? "，演示" : "")"),
        ]
        if let database = house.database as? SQLiteDatabase {
            let faults = try await database.quickCheck()
            findings.append(
                DoctorFinding("pages", faults.isEmpty ? "ok" : faults.joined(separator: "; "), faults.isEmpty)
            )
        }
        do {
            let proof = try await house.prove()
            findings.append(DoctorFinding("log", "\(proof.log.events) 条，与 \(proof.checkpoints) 个检查点一致"))
        } catch let fault as LogFault {
            findings.append(DoctorFinding("log", "\(fault.event): \(fault.kind.rawValue)", false))
        }
        let marks = try house.auditMarks()
        let audit = try await house.accessStore.checkAudit(against: marks)
        findings.append(
            DoctorFinding(
                "audit",
                audit.broken.map(DoctorFinding.words) ?? "\(audit.checked) 条，与 \(marks.count) 个检查点一致",
                audit.broken == nil
            )
        )
        let outdated = try await house.log.outdatedProjections(house.realm)
        let rows = outdated.isEmpty ? "ok" : "需要重建：\(outdated.joined(separator: ", "))"
        findings.append(DoctorFinding("projections", rows, outdated.isEmpty))
        findings.append(DoctorFinding(try await house.log.read(house.realm) { try $0.failingRules() }))
        await house.close()
        for finding in findings { print(json ? try finding.jsonLine() : finding.line) }
        if findings.contains(where: { !$0.isSound }) { throw ExitStatus.input }
    }
}

private struct DoctorFinding: Encodable {
    let subject: String
    let found: String
    let isSound: Bool

    init(_ subject: String, _ found: String, _ isSound: Bool = true) {
        self.subject = subject
        self.found = found
        self.isSound = isSound
    }

    /// A rule of supervision that cannot be evaluated finds nothing, and nobody misses what it does not find.
    init(_ failing: [FailingRule]) {
        let words = failing.map { "\($0.rule.rawValue) 在 \($0.cases) 件中未能核对：\($0.reason)" }
        self.init("rules", failing.isEmpty ? "ok" : words.joined(separator: "; "), failing.isEmpty)
    }

    static func words(_ broken: AuditBreak) -> String {
        switch broken {
        case .altered(let ordinal): "第 \(ordinal) 条已被改动"
        case .missing(let ordinal): "第 \(ordinal) 条缺失"
        case .rewritten(let ordinal): "前 \(ordinal) 条与数据库之外的检查点不一致"
        }
    }

    var line: String { "\(isSound ? "ok   " : "error") \(subject): \(found)" }
}
