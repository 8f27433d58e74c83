/// The name of a supervision rule, as findings, parameters and statistics cite it.
///
/// Rules in code have the names below; a rule that a supervisor wrote has one that begins with `LOC-`.
package struct RuleCode: RawRepresentable, Hashable, Sendable, Codable, CaseIterable {
    package let rawValue: String

    /// Returns `nil` for what is neither a rule in code nor of the form of a written one.
    package init?(rawValue: String) {
        let code = RuleCode(named: rawValue)
        guard RuleCode.allCases.contains(code) || RuleCode.comparisons.contains(code) || code.isWritten else {
            return nil
        }
        self = code
    }

    private init(named rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it names a rule that a supervisor wrote: `LOC-` and 2 to 20 of `A–Z`, `0–9`, `-`.
    package var isWritten: Bool {
        guard rawValue.hasPrefix(RuleCode.writtenPrefix) else { return false }
        let name = rawValue.utf8.dropFirst(RuleCode.writtenPrefix.utf8.count)
        return (2...20).contains(name.count)
            && name.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    package static let writtenPrefix = "LOC-"

    package static let remind = RuleCode(named: "TIM-REMIND")
    package static let yellow = RuleCode(named: "TIM-YELLOW")
    package static let red = RuleCode(named: "TIM-RED")
    package static let accept = RuleCode(named: "TIM-ACCEPT")
    package static let renewal = RuleCode(named: "TIM-RENEW")
    package static let node = RuleCode(named: "TIM-NODE")
    package static let collect = RuleCode(named: "TIM-COLLECT")
    package static let seal = RuleCode(named: "TIM-SEAL")
    package static let serve = RuleCode(named: "TIM-SERVE")
    package static let registration = RuleCode(named: "TIM-REG")
    package static let repeatedCorrection = RuleCode(named: "FLW-MULTICORR")
    package static let correctionAfterAcceptance = RuleCode(named: "FLW-CORRAFTER")
    package static let early = RuleCode(named: "FLW-EARLY")
    package static let suspensionOverrun = RuleCode(named: "FLW-SUSPEND-OVERRUN")
    package static let decisionDocument = RuleCode(named: "CNT-DECISION")
    package static let acceptanceDocument = RuleCode(named: "CNT-ACCEPTDOC")
    package static let material = RuleCode(named: "CNT-MATERIAL")
    package static let noProcess = RuleCode(named: "CNT-NOPROCESS")
    package static let afterClosing = RuleCode(named: "CNT-FINISHTIME")
    package static let backfill = RuleCode(named: "CNT-BACKFILL")
    package static let reasons = RuleCode(named: "CNT-REASONS")
    package static let gradeDeparted = RuleCode(named: "DIS-RANGE")
    package static let recording = RuleCode(named: "CNT-RECORDING")
    package static let twoOfficers = RuleCode(named: "BEH-TWO")
    package static let certificate = RuleCode(named: "BEH-CERT")
    package static let publishedLate = RuleCode(named: "PUB-LATE")
    package static let recused = RuleCode(named: "BEH-AVOID")
    package static let untold = RuleCode(named: "FLW-NONOTICE")
    package static let unreviewed = RuleCode(named: "FLW-NOREVIEW")
    package static let undiscussed = RuleCode(named: "FLW-NOCOLL")
    package static let simpleProcedure = RuleCode(named: "DIS-SIMPLE")
    package static let feeDeviation = RuleCode(named: "FEE-DEVIATION")
    package static let withdrawnLate = RuleCode(named: "PUB-REVOKE")
    package static let summary = RuleCode(named: "CNT-SUMMARY")
    package static let refused = RuleCode(named: "OTH-REFUSED")
    package static let certificateExpires = RuleCode(named: "STF-CERTSOON")
    package static let certificateExpired = RuleCode(named: "STF-CERTOVER")
    package static let stayEnds = RuleCode(named: "STF-STAYSOON")
    package static let stayExceeded = RuleCode(named: "STF-ROTATE")
    package static let reviewersMissing = RuleCode(named: "STF-REVIEWERS")
    package static let reviewerUntrained = RuleCode(named: "STF-REVTRAIN")
    package static let recheckDue = RuleCode(named: "STF-RECHECK")

    package static let catalogField = RuleCode(named: "CAT-FIELDS")
    package static let chart = RuleCode(named: "CAT-CHART")
    package static let legalTask = RuleCode(named: "CAT-LAWTASK")
    package static let standard = RuleCode(named: "CAT-STANDARD")
    package static let adjustment = RuleCode(named: "CAT-ADJUST")
    package static let confirmation = RuleCode(named: "CAT-CONFIRM")
    package static let legalDecision = RuleCode(named: "CAT-LAWOFFICE")
    package static let benchmarkFallen = RuleCode(named: "CAT-BENCHMARK")
    package static let benchmarkUnanswered = RuleCode(named: "CAT-BENCHOFFICE")
    package static let idle = RuleCode(named: "CAT-IDLE")
    package static let listMissing = RuleCode(named: "LST-MISSING")
    package static let listNotFiled = RuleCode(named: "LST-FILED")
    package static let filingUnanswered = RuleCode(named: "LST-ANSWER")
    package static let listOutdated = RuleCode(named: "LST-OUTDATED")
    package static let listAdjustment = RuleCode(named: "LST-ADJUST")
    package static let listConfirmation = RuleCode(named: "LST-CONFIRM")
    package static let letter = RuleCode(named: "PUB-LETTER")
    package static let outcome = RuleCode(named: "PUB-OUTCOME")
    package static let information = RuleCode(named: "PUB-INFORMATION")
    package static let rating = RuleCode(named: "PUB-RATING")
    package static let dispute = RuleCode(named: "TIM-DISPUTE")
    package static let opinion = RuleCode(named: "PUB-OPINION")

    package static let bulk = RuleCode(named: "SEQ-BULK")
    package static let atLimit = RuleCode(named: "SEQ-ATLIMIT")
    package static let pace = RuleCode(named: "SEQ-PACE")
    package static let splitFine = RuleCode(named: "SEQ-SPLIT")
    package static let dealing = RuleCode(named: "SEQ-DEALING")
    package static let farFromPeers = RuleCode(named: "SEQ-PEERS")
    package static let enteredLate = RuleCode(named: "SEQ-BACKFILL")

    /// The rules that compare cases.
    package static let comparisons: [RuleCode] = [bulk, atLimit, pace, splitFine, dealing, farFromPeers, enteredLate]

    /// The rules in code that judge one case, or one agency.
    package static let allCases: [RuleCode] = [
        remind, yellow, red, accept, renewal, node, collect, seal, serve, registration, repeatedCorrection,
        correctionAfterAcceptance,
        early,
        suspensionOverrun, decisionDocument, acceptanceDocument, material, noProcess, afterClosing, backfill, reasons,
        gradeDeparted, recording, twoOfficers, certificate, recused, untold, unreviewed, undiscussed, simpleProcedure,
        feeDeviation, summary, publishedLate, withdrawnLate, refused, certificateExpires,
        certificateExpired, stayEnds,
        stayExceeded, reviewersMissing, reviewerUntrained, recheckDue, catalogField, chart, legalTask, standard,
        adjustment, confirmation, legalDecision, benchmarkFallen, benchmarkUnanswered, idle, listMissing, listNotFiled,
        filingUnanswered, listOutdated,
        listAdjustment, listConfirmation, letter, outcome, information, rating, opinion, dispute,
    ]
}
