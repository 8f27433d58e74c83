package import EventLog
package import Kernel

/// Does to one row what a bulk run does to each; the answer takes it back.
///
/// Alone it is what a preview rehearses.
package struct CarryOutRow: Command {
    package static let name = "CarryOutRow"
    package let act: BulkAct
    package let target: BulkRow.Target
    package let from: Day
    package let reason: String

    package init(_ act: BulkAct, on target: BulkRow.Target, from: Day, reason: String) {
        self.act = act
        self.target = target
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> BulkUndo {
        switch (act, target) {
        case (.transfer(let goal), .officer(let officer)):
            let old = try session.load(OfficerEntry.self, officer.text).state.existing(officer).agency(on: from)
            let posts = try TransferOfficer(officer, to: goal, from: from, reason: reason).run(in: session)
            // A transfer of somebody in no agency has been refused.
            return .transferBack(officer, to: old ?? goal, posts: posts)
        case (.rotate(let goal), .officer(let officer)):
            let left = try session.relieveOfAll(officer, from: from, reason: reason, except: goal)
            _ = try AppointOfficer(officer, to: goal, from: from).run(in: session)
            return .reappoint(officer, from: goal, to: left)
        case (.appoint(let goal), .officer(let officer)):
            _ = try AppointOfficer(officer, to: goal, from: from).run(in: session)
            return .reappoint(officer, from: goal, to: [])
        case (.relieve, .officer(let officer)):
            let left = try session.relieveOfAll(officer, from: from, reason: reason)
            guard !left.isEmpty else { throw DirectoryError.notInPost(on: from) }
            return .reappoint(officer, from: nil, to: left)
        case (.suspend, .certificate(let number, let officer)):
            _ = try SuspendCertificate(number, of: officer, from: from, reason: reason).run(in: session)
            return .restore(number, of: officer)
        case (.restore, .certificate(let number, let officer)):
            let entry = try session.load(OfficerEntry.self, officer.text).state
            let before = entry.officer?.certificate(number)?.standing(on: from)
            _ = try RestoreCertificate(number, of: officer, from: from, reason: reason).run(in: session)
            guard case .suspended(let ground)? = before else { throw DirectoryError.unknownCertificate(number) }
            return .suspend(number, of: officer, reason: ground)
        case (.renew(let end), .certificate(let number, let officer)):
            let entry = try session.load(OfficerEntry.self, officer.text).state
            guard let before = entry.officer?.certificate(number)?.terms.validTo else {
                throw DirectoryError.unknownCertificate(number)
            }
            _ = try RenewCertificate(number, of: officer, from: from, to: end).run(in: session)
            return .withdrawRenewal(number, of: officer, to: before)
        case (.review, .certificate(let number, let officer)):
            let review = ReviewCertificate(
                number,
                of: officer,
                year: from.year,
                isPassed: true,
                on: from,
                remark: reason
            )
            _ = try review.run(in: session)
            return .withdrawReview(number, of: officer, year: from.year)
        case (.abolish, .post(let post)):
            let holders = try session.load(PostEntry.self, post.text).state.existing(post, on: from).officers(on: from)
            _ = try AbolishPost(post, from: from, reason: reason).run(in: session)
            return .reinstate(post, officers: holders)
        case (.limitStay(let months), .post(let post)):
            let entry = try session.load(PostEntry.self, post.text).state
            let before = try entry.existing(post, on: from).charter.value(on: from) ?? PostCharter(powers: [])
            var charter = before
            charter.longestStayMonths = months
            _ = try SetPostCharter(charter, of: post, from: from, reason: reason).run(in: session)
            return .charterBack(post, before)
        case (.takeOver, .listedOfficer(let change)):
            let officer = try TakeOfficerOver(change, from: from).run(in: session)
            return .dismiss(officer, certificate: change.terms.number)
        case (.takeOver, .listedSubject(let change)): return try enter(change, in: session)
        case (.transfer, _), (.rotate, _), (.appoint, _), (.relieve, _), (.suspend, _), (.restore, _), (.renew, _),
            (.review, _), (.abolish, _), (.limitStay, _), (.takeOver, _):
            throw DirectoryError.bulkTarget
        }
    }

    package func refusal(forTaken key: String) -> (any Error)? {
        switch target {
        case .listedOfficer(let change): DirectoryError.certificateNumberTaken(change.terms.number)
        case .listedSubject(let change): DirectoryError.codeTaken(change.profile.code)
        case .officer, .certificate, .post: nil
        }
    }

    private func enter(_ change: SubjectList.Change, in session: CommandSession) throws -> BulkUndo {
        guard let existing = change.existing else {
            return .close(try RegisterAgency(change.profile, from: from).run(in: session))
        }
        guard let before = try session.load(AgencyEntry.self, existing.text).state.agency?.profile
        else { throw DirectoryError.unknownAgency(existing) }
        let command = ChangeAgencyProfile(
            existing,
            seen: change.version,
            to: change.profile,
            from: from,
            reason: reason
        )
        _ = try command.run(in: session)
        return .changeBack(existing, before)
    }
}

extension CommandSession {
    /// Relieves an officer of every post in the agency, but for one; returns the posts left.
    fileprivate func relieveOfAll(
        _ officer: Officer.ID,
        from day: Day,
        reason: String,
        except kept: Post.ID? = nil
    ) throws -> [Post.ID] {
        let person = try load(OfficerEntry.self, officer.text).state.existing(officer)
        guard let agency = person.agency(on: day) else { throw DirectoryError.ofOtherAgency(employer: nil) }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        return try relieve(officer, of: agency, from: day, reason: reason, successor: nil, except: kept)
    }
}
