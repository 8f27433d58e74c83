import Database
import EventLog
import Kernel

/// The lists of officers and certificates, as the personnel list publishes them.
struct OfficerProjection: Projection {
    let name = "officers"
    let version = 2
    let tables = [
        ProjectionTable(
            "officer",
            rows: { realm in
                """
                SELECT id, name, agency, joined_on, left_on, position, engagement, legal_number
                  FROM officer
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "certificate",
            rows: { realm in
                """
                SELECT number, officer, kind, scope, area, issuer, valid_from, valid_to, version
                  FROM certificate
                 WHERE realm = \(realm)
                 ORDER BY number
                """
            }
        ),
        ProjectionTable(
            "certificate_standing",
            rows: { realm in
                """
                SELECT number, begins_on, standing, reason
                  FROM certificate_standing
                 WHERE realm = \(realm)
                 ORDER BY number, begins_on
                """
            }
        ),
        ProjectionTable(
            "officer_service",
            rows: { realm in
                """
                SELECT officer, begins_on, agency, left_on
                  FROM officer_service
                 WHERE realm = \(realm)
                 ORDER BY officer, begins_on
                """
            }
        ),
        ProjectionTable(
            "officer_training",
            rows: { realm in
                """
                SELECT officer, session, title, subject, held_on, hours
                  FROM officer_training
                 WHERE realm = \(realm)
                 ORDER BY officer, session
                """
            }
        ),
        ProjectionTable(
            "officer_exam",
            rows: { realm in
                """
                SELECT officer, session, subject, held_on, score, pass_mark
                  FROM officer_exam
                 WHERE realm = \(realm)
                 ORDER BY officer, session
                """
            }
        ),
        ProjectionTable(
            "certificate_review",
            rows: { realm in
                """
                SELECT number, review_year, is_passed, held_on
                  FROM certificate_review
                 WHERE realm = \(realm)
                 ORDER BY number, review_year
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        let id = event.envelope.stream.key
        switch event.as(OfficerEvent.self) {
        case .registered(let registered)?:
            return [
                """
                INSERT INTO officer (realm, id, name, agency, joined_on)
                VALUES (\(realm), \(id), \(registered.name.value), \(registered.agency.value), \(registered.from.value))
                """,
                serve(id, registered.agency.value, registered.from.value, realm),
            ]
        case .left(let left)?:
            return [
                "UPDATE officer SET left_on = \(left.from.value) WHERE realm = \(realm) AND id = \(id)",
                leave(id, left.from.value, realm),
            ]
        case .certificateIssued(let issued)?:
            return issue(issued.certificate.value, to: id, realm)
        case .certificateSuspended(let suspended)?:
            return stand("suspended", suspended.reason, suspended.number.value, suspended.from.value, realm)
        case .certificateRestored(let restored)?:
            return stand("valid", restored.reason, restored.number.value, restored.from.value, realm)
        case .certificateRevoked(let revoked)?:
            return stand("revoked", revoked.reason, revoked.number.value, revoked.from.value, realm)
        case .transferred(let transferred)?:
            return [
                "UPDATE officer SET agency = \(transferred.agency.value) WHERE realm = \(realm) AND id = \(id)",
                leave(id, transferred.from.value, realm),
                serve(id, transferred.agency.value, transferred.from.value, realm),
            ]
        case .certificateRenewed(let renewed)?:
            return last(renewed.number.value, to: renewed.validTo.value, realm)
        case .certificateReviewed(let reviewed)?: return review(reviewed, realm)
        case .certificateRenewalWithdrawn(let withdrawn)?:
            return last(withdrawn.number.value, to: withdrawn.validTo.value, realm)
        case .certificateReviewWithdrawn(let withdrawn)?: return withdraw(withdrawn, realm)
        case .detailed, .trained, .examined, .legallyQualified:
            return try career(event, of: id)
        case .reviewedBefore, .relationDeclared, nil: return []
        }
    }

    /// What an officer has learnt and is called.
    private func career(_ event: RecordedEvent, of id: String) throws -> [SQL] {
        let realm = event.realm
        switch event.as(OfficerEvent.self) {
        case .detailed(let detailed)?:
            let details = detailed.details.value
            return [
                """
                UPDATE officer
                   SET position = \(details.position), engagement = \(details.engagement.rawValue)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .trained(let trained)?:
            let training = trained.training
            return [
                """
                INSERT INTO officer_training (realm, officer, session, title, subject, held_on, hours)
                VALUES (\(realm), \(id), \(training.session), \(training.title), \(training.subject.rawValue),
                        \(training.heldOn), \(training.hours))
                    ON CONFLICT (realm, officer, session)
                    DO UPDATE SET hours = officer_training.hours + excluded.hours
                """
            ]
        case .examined(let examined)?:
            let exam = examined.exam
            return [
                """
                INSERT INTO officer_exam (realm, officer, session, subject, held_on, score, pass_mark)
                VALUES (\(realm), \(id), \(exam.session), \(exam.subject.rawValue), \(exam.heldOn), \(exam.score),
                        \(exam.passMark))
                    ON CONFLICT (realm, officer, session)
                    DO UPDATE SET score = excluded.score, held_on = excluded.held_on
                """
            ]
        case .legallyQualified(let qualified)?:
            return [
                """
                UPDATE officer
                   SET legal_number = \(qualified.qualification.number)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .registered, .left, .certificateIssued, .certificateSuspended, .certificateRestored, .certificateRevoked,
            .reviewedBefore, .relationDeclared, .transferred, .certificateRenewed, .certificateReviewed,
            .certificateRenewalWithdrawn,
            .certificateReviewWithdrawn, nil:
            return []
        }
    }

    private func review(_ reviewed: CertificateReviewed, _ realm: Realm) -> [SQL] {
        [
            """
            INSERT INTO certificate_review (realm, number, review_year, is_passed, held_on)
            VALUES (\(realm), \(reviewed.number.value), \(reviewed.year.value), \(reviewed.isPassed.value ? 1 : 0),
                    \(reviewed.on.value))
            """,
            """
            UPDATE certificate
               SET version = version + 1
             WHERE realm = \(realm)
               AND number = \(reviewed.number.value)
            """,
        ]
    }

    private func last(_ number: Certificate.Number, to day: Day, _ realm: Realm) -> [SQL] {
        [
            """
            UPDATE certificate
               SET valid_to = \(day), version = version + 1
             WHERE realm = \(realm)
               AND number = \(number)
            """
        ]
    }

    private func withdraw(_ withdrawn: CertificateReviewWithdrawn, _ realm: Realm) -> [SQL] {
        [
            """
            DELETE FROM certificate_review
             WHERE realm = \(realm)
               AND number = \(withdrawn.number.value)
               AND review_year = \(withdrawn.year.value)
            """,
            """
            UPDATE certificate
               SET version = version + 1
             WHERE realm = \(realm)
               AND number = \(withdrawn.number.value)
            """,
        ]
    }

    private func serve(_ officer: String, _ agency: Agency.ID, _ day: Day, _ realm: Realm) -> SQL {
        """
        INSERT INTO officer_service (realm, officer, begins_on, agency)
        VALUES (\(realm), \(officer), \(day), \(agency))
            ON CONFLICT (realm, officer, begins_on)
            DO UPDATE SET agency = excluded.agency, left_on = NULL
        """
    }

    private func leave(_ officer: String, _ day: Day, _ realm: Realm) -> SQL {
        """
        UPDATE officer_service
           SET left_on = \(day)
         WHERE realm = \(realm)
           AND officer = \(officer)
           AND left_on IS NULL
        """
    }

    private func issue(_ terms: Certificate.Terms, to officer: String, _ realm: Realm) -> [SQL] {
        [
            """
            INSERT INTO certificate (realm, number, officer, kind, scope, area, issuer, valid_from, valid_to, version)
            VALUES (\(realm), \(terms.number), \(officer), \(terms.kind.rawValue),
                    \(terms.scope.map(\.rawValue).joined(separator: " ")), \(terms.area), \(terms.issuer),
                    \(terms.validFrom), \(terms.validTo), 1)
            """,
            """
            INSERT INTO certificate_standing (realm, number, begins_on, standing, reason)
            VALUES (\(realm), \(terms.number), \(terms.validFrom), 'valid', '')
            """,
        ]
    }

    private func stand(
        _ standing: String,
        _ reason: String,
        _ number: Certificate.Number,
        _ day: Day,
        _ realm: Realm
    ) -> [SQL] {
        [
            """
            INSERT INTO certificate_standing (realm, number, begins_on, standing, reason)
            VALUES (\(realm), \(number), \(day), \(standing), \(reason))
                ON CONFLICT (realm, number, begins_on)
                DO UPDATE SET standing = excluded.standing, reason = excluded.reason
            """,
            "UPDATE certificate SET version = version + 1 WHERE realm = \(realm) AND number = \(number)",
        ]
    }
}
