import Casework
import Directory
import EventLog
import Kernel

extension CommandSession {
    /// Returns the letter if an officer of the agency that has it acts, and not the one who is complained of.
    ///
    /// - Source: 信访工作条例 art. 30 (nothing is passed to the persons complained of); 国办发〔2005〕37号.
    func handledLetter(_ id: Letter.ID, seen: Int) throws -> Letter {
        let letter = try existingLetter(id)
        guard let subject = letter.subject else { throw ParticipationError.unknownLetter }
        try requireOfficer(of: subject.agency, named: subject.agencyName)
        if let caseFile = subject.caseFile, letter.opening?.kind != .question {
            try requireNoHandler(of: CaseFile.ID(caseFile))
        }
        try requireSeen(seen, Letter.self, id.text)
        return letter
    }

    func existingLetter(_ id: Letter.ID) throws -> Letter {
        let loaded = try load(Letter.self, id.text)
        guard loaded.exists else { throw ParticipationError.unknownLetter }
        return loaded.state
    }

    /// Refuses unless an officer acts who belongs to the agency today.
    func requireOfficer(of agency: String, named name: String) throws {
        guard let own = try agencyOfActor() else { throw ParticipationError.notAnOfficer }
        guard own.text == agency else { throw ParticipationError.otherAgency(name) }
    }

    /// Refuses who received or handled the case (经办人); who reviewed or decided it answers for the agency.
    func requireNoHandler(of caseFile: CaseFile.ID) throws {
        let own = try load(CaseFile.self, caseFile.text).state.acts.filter { $0.officer == actor.id }
        for post in Set(own.compactMap(\.post)) {
            switch try load(PostEntry.self, post).state.post?.responsibility {
            case .reception, .handle: throw ParticipationError.handledTheCase
            case .review, .approve, .legalReview, .hearingChair, .supervision, nil: break
            }
        }
    }

    /// Refuses unless the letter stands in one of the stages.
    func require(_ letter: Letter, in stages: [Letter.Stage.Name]) throws(ParticipationError) {
        guard stages.contains(letter.stage.name) else {
            throw .wrongStage(expected: stages, found: letter.stage.name)
        }
    }

    /// Returns the subject with another agency that may act today.
    func subject(at agency: Agency.ID, item: LetterSubject.Item?, caseFile: String?) throws -> LetterSubject {
        guard let found = try load(AgencyEntry.self, agency.text).state.agency, found.exists(on: today) else {
            throw ParticipationError.unknownAgency
        }
        return LetterSubject(
            agency: agency.text,
            agencyName: found.profile.name,
            division: found.profile.division.padded,
            item: item,
            caseFile: caseFile
        )
    }
}
