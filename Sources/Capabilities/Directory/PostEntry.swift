package import EventLog
package import Kernel

/// What the directory holds of one post.
package struct PostEntry: Aggregate {
    package static let category = "post"
    /// `nil` until it is created.
    package private(set) var post: Post?

    package init() {}

    package mutating func evolve(_ event: PostEvent, _ envelope: Envelope) {
        switch event {
        case .created(let created):
            post = Post(
                id: Post.ID(envelope.stream.key),
                agency: created.agency.value,
                office: created.office.value,
                name: created.name.value,
                responsibility: created.responsibility.value,
                createdOn: created.from.value,
                terms: []
            )
        case .officerAppointed(let appointed):
            post?.terms.append(Post.Term(officer: appointed.officer.value, from: appointed.from.value))
        case .officerRelieved(let relieved):
            guard let index = openTerm(of: relieved.officer.value, on: relieved.from.value) else { return }
            post?.terms[index].relievedOn = relieved.from.value
        case .charterSet(let set):
            post?.charter.set(set.charter.value, from: set.from.value)
        case .delegated(let delegated):
            post?.delegations.append(delegated.delegation)
        case .delegationEnded(let ended):
            endDelegation(to: ended.to, from: ended.from)
        case .abolished(let abolished):
            post?.abolishedOn = abolished.from.value
        case .reinstated: post?.abolishedOn = nil
        }
    }

    package func existing(_ id: Post.ID, on day: Day) throws(DirectoryError) -> Post {
        guard let post else { throw .unknownPost(id) }
        guard post.exists(on: day) else { throw .gone(on: day) }
        return post
    }

    /// Decides whether a holder may let a colleague act in the holder's absence.
    ///
    /// - Source: 国办发〔2005〕37号 part 2: every act has a responsible person, also in an absence.
    package func delegate(
        _ delegation: Delegation,
        to deputy: Officer,
        of id: Post.ID
    ) throws(DirectoryError) -> PostDelegated {
        let post = try existing(id, on: delegation.begins)
        guard delegation.begins <= delegation.ends else {
            throw .endsBeforeItBegins(from: delegation.begins, to: delegation.ends)
        }
        guard delegation.from != delegation.to else { throw .delegatedToOneself }
        guard post.officers(on: delegation.begins).contains(delegation.from) else {
            throw .notInPost(on: delegation.begins)
        }
        let employer = deputy.agency(on: delegation.begins)
        guard employer == post.agency else { throw .ofOtherAgency(employer: employer) }
        let overlapping = post.delegations.first {
            $0.from == delegation.from && $0.begins <= delegation.ends && delegation.begins <= $0.ends
        }
        if let overlapping { throw .delegatedAlready(to: overlapping.to, until: overlapping.ends) }
        return PostDelegated(delegation: delegation)
    }

    /// Decides whether `officer` can be appointed from `day` on.
    package func appoint(_ officer: Officer, to id: Post.ID, from day: Day) throws(DirectoryError) -> OfficerAppointed {
        guard let post else { throw .unknownPost(id) }
        guard post.exists(on: day) else { throw .gone(on: day) }
        let employer = officer.agency(on: day)
        guard employer == post.agency else { throw .ofOtherAgency(employer: employer) }
        let standing = post.terms.first { term in
            term.officer == officer.id && (term.relievedOn.map { day < $0 } ?? true)
        }
        if let standing { throw .alreadyInPost(since: standing.from) }
        return OfficerAppointed(officer: Open(officer.id), from: Open(day))
    }

    /// Decides whether `officer` can be relieved from `day` on.
    package func relieve(
        _ officer: Officer.ID,
        of id: Post.ID,
        from day: Day,
        reason: String
    ) throws(DirectoryError) -> OfficerRelieved {
        guard post != nil else { throw .unknownPost(id) }
        guard openTerm(of: officer, on: day) != nil else { throw .notInPost(on: day) }
        return OfficerRelieved(officer: Open(officer), from: Open(day), reason: reason)
    }

    private mutating func endDelegation(to deputy: Officer.ID, from day: Day) {
        guard let index = post?.delegations.lastIndex(where: { $0.to == deputy && $0.ends >= day }),
            let old = post?.delegations[index]
        else { return }
        post?.delegations[index] = Delegation(
            from: old.from,
            to: old.to,
            categories: old.categories,
            begins: old.begins,
            ends: day - 1,
            reason: old.reason
        )
    }

    private func openTerm(of officer: Officer.ID, on day: Day) -> Int? {
        post?.terms.lastIndex { $0.officer == officer && $0.from <= day && $0.relievedOn == nil }
    }
}
