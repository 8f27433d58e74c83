import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Law
import Parties

extension ItemPin {
    /// Returns the version of the item under which a case may begin today, and checks the submission against it and
    /// against the item's tables of the day it was received.
    ///
    /// - Returns: the version, and the tables that were asked.
    /// - Throws: `CatalogError` for an item that may not be exercised, `CaseworkError` for what the submission lacks.
    /// - Source: 川办发〔2011〕45号 (no power outside the catalog); Administrative License Law (行政许可法) art. 32.
    static func executable(
        _ item: PowerItem.ID,
        requiring submission: Submission,
        from applicant: Party.Kind,
        receivedOn: Day,
        isFollowUp: Bool = false,
        in session: CommandSession
    ) throws -> (pin: ItemPin, rules: ItemRules) {
        let version = try PowerItem.requireExecutable(item, in: session)
        let rules = try session.itemRules(item, version.content, on: receivedOn)
        try submission.check(against: version.content, rules, from: applicant, isFollowUp: isFollowUp)
        return (try ItemPin(version, of: item, in: session), rules)
    }

    /// Returns the version of the item under which the agency itself may begin a case today.
    static func executable(_ item: PowerItem.ID, in session: CommandSession) throws -> ItemPin {
        try ItemPin(PowerItem.requireExecutable(item, in: session), of: item, in: session)
    }

    private init(_ version: ItemVersion, of item: PowerItem.ID, in session: CommandSession) throws {
        let content = version.content
        guard let limit = content.statutoryLimit, let process = content.process,
            let agencyID = content.agency?.id, let division = content.division,
            let agency = try session.exercising(agencyID, item.text)
        else { throw CaseworkError.itemNotReady(content.code) }
        self.init(
            id: item.text,
            code: content.code,
            version: version.number,
            name: content.name,
            category: content.category.nationalCode ?? "",
            agency: agency.id.text,
            division: division,
            agencyName: agency.profile.name,
            agencyShortName: agency.profile.shortName,
            statutoryLimit: limit.period,
            statutorySource: limit.source.chinese,
            promisedLimit: content.promisedLimit ?? limit.period,
            process: ProcessPin(id: process.id, version: process.version),
            permitName: content.permitName,
            licenseKind: content.fields?.first { $0.key == CategoryField.licenseKind }?.text,
            isSecret: !version.isPublic
        )
    }
}

extension CommandSession {
    /// Returns the agency that exercises a power today: the one the catalog names, or who goes on in its place.
    ///
    /// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
    fileprivate func exercising(_ agency: String, _ item: String) throws -> Agency? {
        var current = try load(AgencyEntry.self, agency).state.agency
        var seen: Set<Agency.ID> = []
        while let found = current, seen.insert(found.id).inserted,
            let succession = found.succession(of: item, on: today)
        {
            current = try load(AgencyEntry.self, succession.successor.text).state.agency
        }
        return current
    }
}

extension Submission {
    /// Refuses a submission that leaves a required material or answer out, or answers what the form does not offer.
    ///
    /// For a renewal or change the list of a first application is not asked for again; what it wants is told at acceptance.
    func check(
        against content: ItemContent,
        _ rules: ItemRules,
        from applicant: Party.Kind,
        isFollowUp: Bool = false
    ) throws(CaseworkError) {
        let given = Set(materials.filter(\.isGiven).map(\.material))
        let missing = isFollowUp ? [] : rules.required(stated, of: applicant).filter { !given.contains($0) }
        guard missing.isEmpty else { throw .materialMissing(missing) }
        let values = stated
        var unanswered: [String] = []
        let form = AskedForm(rules.form, values)
        if let (group, count) = form.overfull.first {
            throw .answerNotAccepted(field: group.label, found: "\(count) 项（应为\(group.expectation)）")
        }
        for field in form.asked {
            let value = values[field.key] ?? ""
            if value.isEmpty {
                if field.isRequired { unanswered.append(field.label) }
                continue
            }
            guard field.accepts(value) else { throw .answerNotAccepted(field: field.label, found: value) }
        }
        guard unanswered.isEmpty else { throw .answerMissing(unanswered) }
        if let (field, entry) = rules.forbidden(values) { throw .onNegativeList(field: field.label, entry) }
    }
}

extension Submission {
    /// The answers by the keys of their fields.
    var stated: [String: String] {
        Dictionary(answers.map { ($0.field, $0.value.trimmed) }) { first, _ in first }
    }

    /// The submission without answers to questions of the form that the other answers do not ask.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29: what has no bearing is not asked, and so not kept.
    func answering(_ form: [FormField]) -> Submission {
        let moot = Set(AskedForm(form, stated).questions.filter { !$0.isAsked }.map(\.field.key))
        return Submission(answers: answers.filter { !moot.contains($0.field) }, materials: materials)
    }
}

extension FormField {
    /// Whether the field's kind, choices and length allow the answer; a wrong check digit is the surface's warning.
    package func accepts(_ value: String) -> Bool {
        guard value.count <= longest ?? CaseworkRules.longestText else { return false }
        switch kind {
        case .line, .paragraph, .address, .industry: return true
        case .number: return Int64(value) != nil || Double(value)?.isFinite == true
        case .day: return Day(value) != nil
        case .choice: return choices?.contains(value) ?? true
        case .phone: return value.allSatisfy { $0.isNumber || "+- ()".contains($0) } && value.count >= 7
        case .identityNumber: return (try? IdentityNumber.parse(value)) != nil
        case .creditCode: return (try? CreditCode.parse(value)) != nil
        case .group: return false
        }
    }
}
