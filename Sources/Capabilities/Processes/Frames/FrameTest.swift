package import Kernel

/// What a rule of a frame asks, in the few forms the checker can prove.
///
/// The first four are past-time properties over every run, returns included: `requires` looks at what still counts of
/// what was done before; the other three remember what has ever happened, so a return wipes out no duty.
/// The rest ask something of the definition wherever a run can meet it.
package enum FrameTest: Hashable, Sendable {
    /// Before the act, one of the others has been done.
    case requires(Act, before: Act)
    /// Once the first has been done, the act waits until one of the answers has been done.
    case answers(Act, to: Act, before: Act)
    /// No run does it twice.
    case atMostOnce(Act)
    /// A run that has done the first does not end without the second.
    case endsWith(Act, after: Act)
    /// A step may have the effects only if it is of this kind.
    case reserved(Set<OutcomeEffect>, to: StepKind)

    /// Steps of the kind offer, taken together, all of these effects.
    case offers(StepKind, Set<OutcomeEffect>)
    /// One document of the act has all these contents; with none given, there is a document at all.
    case documents(Act, Set<DocumentContent>)
    /// Every step of the kind has an outcome with a document that has all these contents.
    case gives(StepKind, Set<DocumentContent>)
    /// Every step of the kind in the phase has a limit, and it is at most this.
    case limit(Set<StepKind>, Phase, atMost: Period)
    /// The limits of the phase, publication left out, make at most this on the longest run.
    case sum(Phase, atMost: Period)
    /// Every step of the phase that is not excluded has a limit in working days.
    case workingDays(Phase)
    /// Every step of the phase that is not excluded has a limit.
    case timed(Phase)
    /// A step of the kind that has this outcome lasts at least so long.
    case window(Act, atLeast: Period)
    case officers(StepKind, atLeast: Int)
    case assigned(StepKind, atMost: Period)
    /// The officer of the first is another person than the officer of the second.
    case apart(StepKind, from: StepKind)
    /// Only these kinds may be excluded from the time counted in the phase.
    case excludes(Set<StepKind>, Phase)
    /// The decision is put off by at most this, by a post that approves, with a document that gives reasons.
    case prolongation(atMost: Period)
}

/// Which part of a case a step falls into; found from the runs, not declared.
package enum Phase: String, Hashable, Sendable {
    /// Before acceptance.
    case intake
    /// From acceptance to the decision.
    case decision
    /// After the decision.
    case issue
}
