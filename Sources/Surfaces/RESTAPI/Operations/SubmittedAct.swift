import EventLog

/// The log's word for who submits a command and under which key; the frames of processes have an `Act` of their own.
typealias SubmittedAct = Act
