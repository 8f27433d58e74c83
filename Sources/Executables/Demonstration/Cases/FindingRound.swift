import Access
import BlobStore
import Casework
import Directory
import EventLog
import Kernel
import Supervision

/// What agencies and the supervisor say to findings, on some afternoons: most are explained and settled, some wait.
struct FindingRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let chance: SeededRandomness
    /// What bears out that an agency corrected itself.
    let selfCorrection: [Attachment]

    /// Goes through the open findings once, the latest of each level first.
    func run(on day: Day) async throws {
        let open = try await log.read(realm) { reading in try reading.openFindings(OpenFindings(), limit: 200) }
        for finding in open where finding.level >= .warning && finding.matter.caseFile != nil {
            let age = day - finding.raisedAt.day
            let point = chance.number(in: 0...9)
            switch finding.status {
            case .open where age >= 2 && (point < 2 || (age == 6 && point < 8)): try await explain(finding, day)
            case .explained where age >= 4 && point < 4: try await accept(finding, day)
            case .explained where age >= 4 && point == 9: try await withdraw(finding, day)
            case .open, .lapsed, .explained, .accepted, .withdrawn, .released: continue
            }
        }
    }

    private func explain(_ finding: FindingRow, _ day: Day) async throws {
        guard let officer = staff.actor(.handle, of: finding.agency) else { return }
        let isCorrected = FindingRound.isCorrected(finding)
        let command = ExplainFinding(
            matter: finding.matter,
            number: finding.number,
            explanation: "承办人因公外出，材料交接不及时，已安排专人办理（演示）",
            evidence: isCorrected ? selfCorrection : [],
            correction: isCorrected
                ? SelfCorrection(
                    cause: "承办人外出前没有移交，由承办岗位负责（演示）",
                    measures: "已经移交并补办，向当事人说明了情况（演示）",
                    prevention: "修订岗位交接办法，外出必须当日移交（演示）"
                ) : nil
        )
        _ = try await log.submit(command, as: act(officer, finding, "explain", day))
    }

    /// Of every fourth position of the log, so that some show it.
    private static func isCorrected(_ finding: FindingRow) -> Bool { finding.position % 4 == 0 }

    private func accept(_ finding: FindingRow, _ day: Day) async throws {
        guard let supervisor = staff.actor(named: "jiancha") else { return }
        let said = try await log.read(realm) {
            try $0.state(Findings.self, finding.matter.text).state.finding(finding.number)
        }
        let command = AcceptFinding(
            matter: finding.matter,
            number: finding.number,
            opinion: "情况属实，予以认定，请加强内部交接管理（演示）",
            isSelfCorrected: said.creditable != nil
        )
        _ = try await log.submit(command, as: act(supervisor, finding, "accept", day))
    }

    private func withdraw(_ finding: FindingRow, _ day: Day) async throws {
        guard let supervisor = staff.actor(named: "jiancha") else { return }
        let command = WithdrawFinding(
            matter: finding.matter,
            number: finding.number,
            reason: "经核实系不可抗力所致，予以撤销（演示）"
        )
        _ = try await log.submit(command, as: act(supervisor, finding, "withdraw", day))
    }

    private func act(_ actor: Actor, _ finding: FindingRow, _ word: String, _ day: Day) -> Act {
        Act(realm: realm, actor: actor, key: "demonstration \(word) \(finding.matter.text) \(finding.number) \(day)")
    }
}
